"""The words and phrases in which customers say “no more”, by the language that they are said in.

Written as people write them: case, accents, punctuation and apostrophes are taken away before they are compared
(`stop_words.read_wish`). English words are those of promises.md; the others are the ones that mobile carriers and mail
programs use in their countries.
"""

EXACT = {
    "en": "stop, stopall, unsubscribe, end, quit, cancel, revoke, optout, opt out, arret, remove, td",
    "de": "stopp, abmelden, abbestellen, austragen",
    "fr": "désabonner, désabonnement, désinscrire, désinscription, me désabonner, me désinscrire, annuler",
    "es": "baja, darme de baja, dar de baja, parar, cancelar",
    "it": "disiscrivi, disiscrivimi, cancellami, cancella, basta, annulla",
    "nl": "afmelden, uitschrijven, stoppen, opzeggen",
    "pt": "parar, pare, sair, remover, descadastrar, cancelar",
    "pl": "rezygnuję, wypisz, wypisz mnie, koniec, stop sms",
    "sv": "avsluta, avregistrera, sluta",
    "da": "afmeld, frameld",
    "no": "avmeld, slutt",
    "fi": "lopeta, peruuta",
    "cs": "odhlásit, odhlásit se, konec",
    "tr": "iptal, çik",
    "ru": "стоп, отписаться, отписка",
    "ja": "停止, 配信停止, 解除, ストップ",
    "zh": "退订, 取消订阅, 退訂, 取消訂閱, 拒收",
    "ko": "수신거부",
    "el": "στοπ, διαγραφή, διακοπή",
    "he": "הסר, הסרה, הסירו, להסיר",
    "ar": "إلغاء, الغاء, توقف, قف, إيقاف",
    "th": "ยกเลิก, หยุด",
    "id": "berhenti",
    "vi": "huỷ, hủy, dừng, dừng lại",
    "hu": "leiratkozás, leiratkozom",
    "ro": "dezabonare",
    "hr": "odjava",
    "uk": "відписатися, відписка",
}
"""A message of nothing but one of these is an opt-out; one that begins with it may be."""

SEEMING = {
    "en": (
        "stop writing, stop sending, stop emailing, stop e mailing, stop mailing, stop messaging, stop texting, "
        "stop contacting, stop calling, stop bothering, stop these, stop the emails, stop the messages, please stop, "
        "pls stop, don't write, dont write, do not write, never write, don't contact, dont contact, do not contact, "
        "never contact, don't send, dont send, do not send, don't email, dont email, do not email, don't text, "
        "dont text, do not text, don't message, dont message, do not message, don't call, dont call, do not call, "
        "never call, no more mails, no more emails, no more e-mails, no more messages, no more texts, no more calls, "
        "no more sms, no more ads, unsubscribe, take me off, take my name off, remove me, delete my number, "
        "lose my number, leave me alone, opt me out, want to opt out, don't ever, dont ever, do not ever, never text, "
        "never email, not interested, no more please, fuck off, piss off, go away, wrong number, "
        "unsubcribe, unsuscribe, cancel my subscription, thanks stop, thank you stop, ok stop"
    ),
    "de": (
        "nicht mehr schreiben, nicht mehr anschreiben, nicht mehr kontaktieren, nicht mehr anrufen, "
        "nicht mehr zusenden, nicht mehr schicken, nichts mehr schicken, nichts mehr senden, schreiben Sie mir nicht, "
        "schreib mir nicht, schreibt mir nicht, rufen Sie mich nicht, ruft mich nicht, keine Mails mehr, "
        "keine E-Mails mehr, keine Nachrichten mehr, keine SMS mehr, keine Anrufe mehr, keine Werbung, "
        "keine weiteren Mails, keine weiteren E-Mails, keine weiteren Nachrichten, keinen Newsletter, "
        "Newsletter abbestellen, Newsletter abmelden, mich abmelden, melden Sie mich ab, meldet mich ab, "
        "tragen Sie mich aus, mich austragen, in Ruhe lassen, lassen Sie mich in Ruhe, lass mich in Ruhe, "
        "lasst mich in Ruhe, bitte stopp, bitte stop, "
        "bitte nicht mehr, kein Interesse, danke stop, aus dem Verteiler, aus Ihrem Verteiler, "
        "bitte aufhören, hören Sie auf, löschen Sie meine"
    ),
    "fr": (
        "ne m'écrivez plus, ne m'écris plus, n'écrivez plus, plus recevoir, plus de messages, plus de mails, "
        "plus d'e-mails, plus de SMS, plus de publicité, pas de publicité, désinscrivez-moi, désabonnez-moi, "
        "me désinscrire, me désabonner, arrêtez de m'écrire, arrêtez de m'envoyer, arrêtez de me contacter, "
        "arrêtez de m'appeler, ne me contactez plus, ne m'appelez plus, ne m'envoyez plus, laissez-moi tranquille, "
        "retirez-moi de, supprimez-moi de, arrêtez s'il vous plaît"
    ),
    "es": (
        "no me escriba, no me escriban, no me escribas, no me escribáis, no me envíe, no me envíen, no me envíes, "
        "no me mande, no me manden, no me mandes, no me llame, no me llamen, no me llames, no me contacte, "
        "no me contacten, no quiero recibir, no deseo recibir, no más mensajes, no más correos, no más publicidad, "
        "darme de baja, denme de baja, deme de baja, dadme de baja, dame de baja, dejen de enviar, dejen de enviarme, "
        "dejen de escribirme, dejen de mandarme, dejen de llamarme, dejad de enviarme, deja de escribirme, "
        "deja de enviarme, déjenme en paz, déjame en paz, bórrenme de, quítenme de, elimínenme de"
    ),
    "it": (
        "non scrivetemi, non mi scrivete, non scrivermi, non mi scriva, non contattatemi, non mi contatti, "
        "non mi contattate, non chiamatemi, non mi chiami, non mi chiamate, non inviatemi, non mi inviate, "
        "non mandatemi, non mandarmi, non voglio ricevere, non voglio più ricevere, non desidero ricevere, "
        "non desidero più ricevere, basta messaggi, basta mail, basta email, basta SMS, niente pubblicità, "
        "cancellatemi, disiscrivetemi, disiscrivermi, toglietemi, rimuovetemi, smettete di scrivermi, "
        "smettete di mandarmi, smettete di chiamarmi, smettetela di, lasciatemi in pace"
    ),
    "nl": (
        "niet meer schrijven, niet meer mailen, niet meer bellen, niet meer contacteren, niet meer sturen, "
        "niet meer ontvangen, geen berichten meer, geen mails meer, geen e-mails meer, geen sms meer, geen reclame, "
        "geen nieuwsbrief, schrijf mij uit, schrijf me uit, mij afmelden, me afmelden, me uitschrijven, "
        "mij uitschrijven, haal me van, laat me met rust, laat mij met rust, stop met mailen, stop met sturen, "
        "stop met bellen"
    ),
    "pt": (
        "não me escreva, não me escrevam, não me envie, não me enviem, não me mande, não me mandem, não me ligue, "
        "não me liguem, não me contacte, não me contactem, não quero receber, não quero mais receber, "
        "não desejo receber, chega de mensagens, sem mais mensagens, parem de enviar, parem de me, parem de mandar, "
        "pare de enviar, pare de me, pare de mandar, cancelar a inscrição, cancelar inscrição, me descadastre, "
        "me tirem da lista, me tire da lista, removam-me, remova-me, deixem-me em paz"
    ),
    "pl": (
        "nie piszcie, proszę nie pisać, nie wysyłajcie, nie wysyłać, proszę nie wysyłać, nie dzwońcie, "
        "proszę nie dzwonić, nie chcę otrzymywać, nie chcę wiadomości, nie chcę reklam, nie życzę sobie, "
        "wypiszcie mnie, proszę mnie wypisać, usuńcie mnie, proszę mnie usunąć, dajcie mi spokój, koniec wiadomości"
    ),
    "sv": (
        "skriv inte, skicka inte, kontakta mig inte, ring mig inte, ring inte, inga fler meddelanden, inga fler mejl, "
        "inga fler sms, ingen reklam, avregistrera mig, ta bort mig, sluta skicka, sluta skriva, sluta ringa, "
        "vill inte ha fler, lämna mig ifred"
    ),
    "da": (
        "skriv ikke, send ikke, send mig ikke, kontakt mig ikke, ring ikke, ring mig ikke, ingen flere beskeder, "
        "ingen flere mails, ingen flere sms, ingen reklame, afmeld mig, frameld mig, slet mig, fjern mig, "
        "stop med at, lad mig være i fred"
    ),
    "no": (
        "ikke skriv, ikke send, ikke kontakt, ikke ring, send meg ikke, ingen flere meldinger, ingen flere eposter, "
        "meld meg av, slett meg, fjern meg, slutt å sende, slutt å ringe, la meg være i fred"
    ),
    "fi": "ei enää viestejä, en halua viestejä, en halua enää, älkää lähettäkö, älä lähetä, poistakaa minut",
    "cs": (
        "nepište mi, už nepište, neposílejte, nevolejte, nechci dostávat, žádné další zprávy, odhlaste mě, "
        "vymažte mě, dejte mi pokoj"
    ),
    "tr": (
        "mesaj atmayin, mesaj göndermeyin, mesaj istemiyorum, mesaj almak istemiyorum, yazmayin, aramayin, "
        "listeden çikarin, beni çikarin, rahatsiz etmeyin"
    ),
    "ru": (
        "не пишите, не присылайте, не отправляйте, не звоните, отпишите меня, отписаться, уберите меня, "
        "удалите меня, прекратите рассылку, оставьте меня в покое"
    ),
}
"""Runs of words that seem to say no anywhere in a text; the owner reads them."""

SEEMING_UNSPACED = {
    "ja": (
        "配信停止, 停止して, 配信を停止, 配信をやめ, 送らないで, 送信しないで, 連絡しないで, 電話しないで, "
        "メールは不要, メール不要, 受け取りたくない, 登録解除, 購読解除, やめてください"
    ),
    "zh": "不要再发, 别再发, 不要再给我, 不要再联系, 取消订阅, 退订",
    "ko": "수신거부, 수신 거부, 보내지 마, 보내지 말, 그만 보내, 연락하지 마, 연락하지 말",
}
"""The same in writing that has no spaces between words: anywhere in the text."""

NOT_A_NO = ("t", "dont", "never", "not", "cant", "cannot")
"""Words before “stop …” that turn it round: “don't stop sending these”."""
