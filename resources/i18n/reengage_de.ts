<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Activity</name>
    <message numerus="yes">
      <source>%Ln wait for your approval</source>
      <translation>
        <numerusform>%Ln wartet auf Ihre Freigabe</numerusform>
        <numerusform>%Ln warten auf Ihre Freigabe</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln waiting</source>
      <translation>
        <numerusform>%Ln wartet</numerusform>
        <numerusform>%Ln warten</numerusform>
      </translation>
    </message>
    <message>
      <source>Activity</source>
      <translation>Aktivität</translation>
    </message>
    <message>
      <source>All messages</source>
      <translation>Alle Nachrichten</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Über</translation>
    </message>
    <message>
      <source>Called off</source>
      <translation>Abgesagt</translation>
    </message>
    <message>
      <source>Came back</source>
      <translation>Zurückgekommen</translation>
    </message>
    <message>
      <source>Checks</source>
      <translation>Prüfungen</translation>
    </message>
    <message>
      <source>Every message stands here once it is written: for whom, why, and what came of it.</source>
      <translation>Jede Nachricht steht hier, sobald sie geschrieben ist: für wen, warum und was daraus wurde.</translation>
    </message>
    <message>
      <source>Imports</source>
      <translation>Importe</translation>
    </message>
    <message>
      <source>Its campaign was called off, or a copy of the shop was put back.</source>
      <translation>Die Kampagne wurde abgesagt, oder eine Kopie des Ladens wurde zurückgespielt.</translation>
    </message>
    <message>
      <source>Its turn is {when} at the earliest.</source>
      <translation>Ist frühestens {when} an der Reihe.</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgelassen</translation>
    </message>
    <message>
      <source>Messages that did not go stand here, each with its reason.</source>
      <translation>Hier stehen Nachrichten, die nicht hinausgingen, jede mit ihrem Grund.</translation>
    </message>
    <message>
      <source>Messages that were written and have not gone yet stand here, with their turn.</source>
      <translation>Hier stehen Nachrichten, die geschrieben, aber noch nicht hinausgegangen sind, mit ihrer Reihenfolge.</translation>
    </message>
    <message>
      <source>No message is in this list.</source>
      <translation>In dieser Liste ist keine Nachricht.</translation>
    </message>
    <message>
      <source>No messages yet</source>
      <translation>Noch keine Nachrichten</translation>
    </message>
    <message>
      <source>No problems</source>
      <translation>Keine Probleme</translation>
    </message>
    <message>
      <source>Nobody has come back yet</source>
      <translation>Noch ist niemand zurückgekommen</translation>
    </message>
    <message>
      <source>Nobody knows whether it arrived, so it is not sent again by itself. You decide.</source>
      <translation>Niemand weiß, ob sie angekommen ist, deshalb wird sie nicht von selbst noch einmal gesendet. Sie entscheiden.</translation>
    </message>
    <message>
      <source>Nobody was left out</source>
      <translation>Niemand wurde ausgelassen</translation>
    </message>
    <message>
      <source>Nothing here</source>
      <translation>Nichts hier</translation>
    </message>
    <message>
      <source>Nothing waits</source>
      <translation>Nichts wartet</translation>
    </message>
    <message>
      <source>Nothing waits.</source>
      <translation>Nichts wartet.</translation>
    </message>
    <message>
      <source>Nothing was changed: these messages have gone on meanwhile.</source>
      <translation>Nichts wurde geändert: Diese Nachrichten sind inzwischen weiter.</translation>
    </message>
    <message>
      <source>Nothing was sent yet</source>
      <translation>Noch nichts gesendet</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>Probleme</translation>
    </message>
    <message>
      <source>Removed by you</source>
      <translation>Von Ihnen entfernt</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Tests</source>
      <translation>Tests</translation>
    </message>
    <message>
      <source>Treated as sent</source>
      <translation>Gilt als gesendet</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>What could not be delivered would stand here, with the one thing that mends it.</source>
      <translation>Hier stünde, was nicht zugestellt werden konnte, mit dem einen Schritt, der es behebt.</translation>
    </message>
    <message>
      <source>What has gone stands here, with what came of it.</source>
      <translation>Was hinausgegangen ist, steht hier, mit dem, was daraus wurde.</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <source>When a customer buys after a message, the message stands here with the order.</source>
      <translation>Wenn nach einer Nachricht gekauft wird, steht sie hier mit der Bestellung.</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>You took it out of the queue.</source>
      <translation>Sie haben sie aus der Warteschlange genommen.</translation>
    </message>
    <message>
      <source>bought for {money}</source>
      <translation>kaufte für {money}</translation>
    </message>
    <message>
      <source>goes this way because the address for {channel} was refused</source>
      <translation>geht auf diesem Weg, weil die Adresse für {channel} abgelehnt wurde</translation>
    </message>
    <message numerus="yes">
      <source>had not bought for %Ln days</source>
      <translation>
        <numerusform>hatte seit %Ln Tag nichts gekauft</numerusform>
        <numerusform>hatte seit %Ln Tagen nichts gekauft</numerusform>
      </translation>
    </message>
    <message>
      <source>it costs {money}</source>
      <translation>kostet {money}</translation>
    </message>
    <message>
      <source>looked at it for {money}</source>
      <translation>für {money} angesehen</translation>
    </message>
    <message>
      <source>looked at it on {day}</source>
      <translation>angesehen am {day}</translation>
    </message>
    <message>
      <source>message number {n} since the last purchase</source>
      <translation>Nachricht Nummer {n} seit dem letzten Kauf</translation>
    </message>
    <message>
      <source>next within a minute</source>
      <translation>die nächste in weniger als einer Minute</translation>
    </message>
    <message>
      <source>next {when}</source>
      <translation>als Nächstes {when}</translation>
    </message>
    <message>
      <source>nothing goes by itself: this PC has no password store. Mark the messages and press “Send now”.</source>
      <translation>nichts geht von selbst hinaus: Dieser PC hat keinen Passwortspeicher. Markieren Sie die Nachrichten und drücken Sie „Jetzt senden“.</translation>
    </message>
    <message>
      <source>spent {money} in all</source>
      <translation>insgesamt {money} ausgegeben</translation>
    </message>
    <message>
      <source>{provider}: at most {count} a minute</source>
      <translation>{provider}: höchstens {count} pro Minute</translation>
    </message>
  </context>
  <context>
    <name>ActivityPage</name>
    <message>
      <source>Copied: states and figures, no names, addresses or keys. Paste it into your mail to support.</source>
      <translation>Kopiert: Zustände und Zahlen, keine Namen, Adressen oder Schlüssel. Fügen Sie es in Ihre Mail an den Support ein.</translation>
    </message>
    <message>
      <source>Copy details for support</source>
      <translation>Einzelheiten für den Support kopieren</translation>
    </message>
    <message>
      <source>For you to do…</source>
      <translation>Für Sie zu tun…</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>Nachrichten</translation>
    </message>
  </context>
  <context>
    <name>AddDialog</name>
    <message>
      <source>Add a customer</source>
      <translation>Kunden hinzufügen</translation>
    </message>
    <message>
      <source>Add customer</source>
      <translation>Kunden hinzufügen</translation>
    </message>
    <message>
      <source>Agreed to</source>
      <translation>Zugestimmt</translation>
    </message>
    <message>
      <source>Agreed to {channel}</source>
      <translation>Zugestimmt: {channel}</translation>
    </message>
    <message>
      <source>Asked at the till: news about twice a month</source>
      <translation>An der Kasse gefragt: Neues etwa zweimal im Monat</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-Mail</translation>
    </message>
    <message>
      <source>In which words</source>
      <translation>In welchen Worten</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telefon</translation>
    </message>
    <message>
      <source>Show {name}</source>
      <translation>{name} zeigen</translation>
    </message>
    <message>
      <source>This address asked to be forgotten once. Nobody writes to it, whatever you tick here.</source>
      <translation>Zu dieser Adresse wurde einmal verlangt, vergessen zu werden. Niemand schreibt an sie, was auch immer Sie hier ankreuzen.</translation>
    </message>
    <message>
      <source>This is no e-mail address.</source>
      <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
      <source>This is no phone number. Write it with its prefix, such as +44 20 7946 0123.</source>
      <translation>Das ist keine Telefonnummer. Schreiben Sie sie mit Vorwahl, etwa +49 30 901820.</translation>
    </message>
    <message>
      <source>Write down what was agreed to: without the words it is no proof.</source>
      <translation>Notieren Sie, wozu zugestimmt wurde: Ohne den Wortlaut ist es kein Beleg.</translation>
    </message>
    <message>
      <source>ann@example.com</source>
      <translation>anna@example.com</translation>
    </message>
    <message>
      <source>{name} has this address already.</source>
      <translation>{name} hat diese Adresse schon.</translation>
    </message>
    <message>
      <source>{name} is in use meanwhile and stays.</source>
      <translation>{name} wird inzwischen verwendet und bleibt.</translation>
    </message>
    <message>
      <source>{name} was added.</source>
      <translation>{name} wurde hinzugefügt.</translation>
    </message>
  </context>
  <context>
    <name>AdvancedSection</name>
    <message>
      <source>Every message goes to a pretend provider and is counted nowhere.</source>
      <translation>Jede Nachricht geht an einen vorgetäuschten Anbieter und zählt nirgends.</translation>
    </message>
    <message>
      <source>Everything stays in this folder on this PC. Nobody else sees it.</source>
      <translation>Alles bleibt in diesem Ordner auf diesem PC. Niemand sonst sieht es.</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Open the log</source>
      <translation>Protokoll öffnen</translation>
    </message>
    <message>
      <source>Save a report</source>
      <translation>Bericht sichern</translation>
    </message>
    <message>
      <source>Save a report…</source>
      <translation>Bericht sichern…</translation>
    </message>
    <message>
      <source>Something is wrong?</source>
      <translation>Etwas stimmt nicht?</translation>
    </message>
    <message>
      <source>Test mode: nothing leaves this PC</source>
      <translation>Testbetrieb: Nichts verlässt diesen PC</translation>
    </message>
    <message>
      <source>The report says how the program stands and what it did last. It holds no names, no addresses and no keys; read it, and send it to support only if you like.</source>
      <translation>Der Bericht sagt, wie es um das Programm steht und was es zuletzt getan hat. Er enthält keine Namen, Adressen und Schlüssel; lesen Sie ihn, und senden Sie ihn nur an den Support, wenn Sie möchten.</translation>
    </message>
    <message>
      <source>The report was saved: {file}</source>
      <translation>Der Bericht wurde gesichert: {file}</translation>
    </message>
    <message>
      <source>Trying things out</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <source>Where your data lies</source>
      <translation>Wo Ihre Daten liegen</translation>
    </message>
  </context>
  <context>
    <name>AgreementDialog</name>
    <message>
      <source>Asked at the till: news about twice a month</source>
      <translation>An der Kasse gefragt: Neues etwa zweimal im Monat</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>Kanal</translation>
    </message>
    <message>
      <source>In which words</source>
      <translation>In welchen Worten</translation>
    </message>
    <message>
      <source>What did {name} agree to, and how?</source>
      <translation>Wozu hat {name} zugestimmt, und wie?</translation>
    </message>
    <message>
      <source>Write down an agreement</source>
      <translation>Zustimmung notieren</translation>
    </message>
    <message>
      <source>Write it down</source>
      <translation>Notieren</translation>
    </message>
    <message>
      <source>{name} agreed to {channel}.</source>
      <translation>{name} hat {channel} zugestimmt.</translation>
    </message>
  </context>
  <context>
    <name>Analytics</name>
    <message>
      <source>{first} – {last}</source>
      <translation>{first} – {last}</translation>
    </message>
  </context>
  <context>
    <name>AnalyticsPage</name>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Analytics</source>
      <translation>Auswertung</translation>
    </message>
    <message>
      <source>By channel</source>
      <translation>Nach Kanal</translation>
    </message>
    <message>
      <source>By kind of message</source>
      <translation>Nach Art der Nachricht</translation>
    </message>
    <message>
      <source>Look at the campaigns</source>
      <translation>Kampagnen ansehen</translation>
    </message>
    <message>
      <source>Nothing was sent in this time. Customers and orders are counted below all the same.</source>
      <translation>In dieser Zeit wurde nichts gesendet. Kunden und Bestellungen sind unten trotzdem gezählt.</translation>
    </message>
    <message>
      <source>{now}, before: {before}</source>
      <translation>{now}, davor: {before}</translation>
    </message>
  </context>
  <context>
    <name>AnswerCard</name>
    <message>
      <source>Answers: {subject}</source>
      <translation>Antwortet auf: {subject}</translation>
    </message>
    <message>
      <source>It is a no</source>
      <translation>Es ist ein Nein</translation>
    </message>
    <message>
      <source>It is no refusal: write again</source>
      <translation>Es ist keine Absage: wieder schreiben</translation>
    </message>
    <message>
      <source>Leave it</source>
      <translation>So lassen</translation>
    </message>
    <message>
      <source>May be a no</source>
      <translation>Vielleicht ein Nein</translation>
    </message>
    <message>
      <source>May want messages again</source>
      <translation>Will vielleicht wieder Nachrichten</translation>
    </message>
    <message>
      <source>Note the agreement</source>
      <translation>Zustimmung notieren</translation>
    </message>
    <message>
      <source>Open the customer</source>
      <translation>Kunden öffnen</translation>
    </message>
    <message>
      <source>Somebody who is no customer of yours</source>
      <translation>Jemand, der nicht zu Ihren Kunden gehört</translation>
    </message>
    <message>
      <source>The words were not kept: they are nobody's of your customers.</source>
      <translation>Der Wortlaut wurde nicht behalten: Er stammt von keinem Ihrer Kunden.</translation>
    </message>
    <message>
      <source>{channel}, {when}</source>
      <translation>{channel}, {when}</translation>
    </message>
  </context>
  <context>
    <name>Answers</name>
    <message>
      <source>A day: {day}</source>
      <translation>Am Tag: {day}</translation>
    </message>
    <message>
      <source>Account: {text}</source>
      <translation>Konto: {text}</translation>
    </message>
    <message>
      <source>Approved templates: {text}</source>
      <translation>Freigegebene Vorlagen: {text}</translation>
    </message>
    <message>
      <source>Balance: {text}</source>
      <translation>Guthaben: {text}</translation>
    </message>
    <message>
      <source>Folder: {text}</source>
      <translation>Ordner: {text}</translation>
    </message>
    <message>
      <source>It can't be reached ({words}). Nothing is lost; it is tried again: {when}.</source>
      <translation>Nicht erreichbar ({words}). Nichts geht verloren; der nächste Versuch: {when}.</translation>
    </message>
    <message>
      <source>It could not be reached ({words}). Nothing is lost: what waits stays in the queue. Try again later.</source>
      <translation>Nicht erreichbar ({words}). Nichts geht verloren: Was wartet, bleibt in der Warteschlange. Versuchen Sie es später wieder.</translation>
    </message>
    <message>
      <source>It refused: {reason} ({words}). Nobody gets a message this way until it is mended.</source>
      <translation>Abgelehnt: {reason} ({words}). Auf diesem Weg bekommt niemand eine Nachricht, bis es behoben ist.</translation>
    </message>
    <message>
      <source>It refused: {reason} ({words}). Nothing goes this way until that is mended and tested.</source>
      <translation>Abgelehnt: {reason} ({words}). Auf diesem Weg geht nichts, bis das behoben und getestet ist.</translation>
    </message>
    <message>
      <source>It takes no more for now ({words}). What waits goes by itself: {when}.</source>
      <translation>Der Anbieter nimmt gerade nichts mehr an ({words}). Was wartet, geht von selbst: {when}.</translation>
    </message>
    <message>
      <source>Its answer could not be read. Try again later.</source>
      <translation>Die Antwort ließ sich nicht lesen. Versuchen Sie es später wieder.</translation>
    </message>
    <message>
      <source>Its key can be kept here; this version can't send through it yet.</source>
      <translation>Der Schlüssel lässt sich hier aufbewahren; diese Version kann darüber noch nicht senden.</translation>
    </message>
    <message>
      <source>Its keys are locked away, so nobody knows whether it is connected.</source>
      <translation>Die Schlüssel sind weggesperrt; ob die Verbindung steht, weiß deshalb niemand.</translation>
    </message>
    <message>
      <source>Left: {text}</source>
      <translation>Noch übrig: {text}</translation>
    </message>
    <message>
      <source>Mails in it: {text}</source>
      <translation>Mails darin: {text}</translation>
    </message>
    <message>
      <source>Quality: {text}</source>
      <translation>Qualität: {text}</translation>
    </message>
    <message>
      <source>Sender: {text}</source>
      <translation>Absender: {text}</translation>
    </message>
    <message>
      <source>Something is not approved or not made there yet, so nothing can go. Look at its page.</source>
      <translation>Dort ist etwas noch nicht freigegeben oder angelegt, deshalb kann nichts gehen. Sehen Sie auf der Seite des Anbieters nach.</translation>
    </message>
    <message>
      <source>Something is still missing, so nobody gets a message this way.</source>
      <translation>Es fehlt noch etwas, deshalb bekommt auf diesem Weg niemand eine Nachricht.</translation>
    </message>
    <message>
      <source>Spending limit: {text}</source>
      <translation>Ausgabengrenze: {text}</translation>
    </message>
    <message>
      <source>The key works, but there is no such {what}. Check its id.</source>
      <translation>Der Schlüssel funktioniert, aber {what} gibt es dort nicht. Prüfen Sie die ID.</translation>
    </message>
    <message>
      <source>The provider has stopped your account from sending. Nobody gets a message; look at its page.</source>
      <translation>Der Anbieter hat Ihrem Konto das Senden untersagt. Niemand bekommt eine Nachricht; sehen Sie auf seiner Seite nach.</translation>
    </message>
    <message>
      <source>The sender {sender} does not belong to this account, so it takes no message. Choose another one.</source>
      <translation>Der Absender {sender} gehört nicht zu diesem Konto, deshalb wird keine Nachricht angenommen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
      <source>The sender {sender} is not verified there, so it takes no message. Verify it on its page.</source>
      <translation>Der Absender {sender} ist dort nicht bestätigt, deshalb wird keine Nachricht angenommen. Bestätigen Sie ihn auf der Seite des Anbieters.</translation>
    </message>
    <message>
      <source>There is no money on your account. Top it up; what waits then goes.</source>
      <translation>Auf Ihrem Konto ist kein Geld. Laden Sie es auf; was wartet, geht dann hinaus.</translation>
    </message>
    <message>
      <source>This key may not send. Make another one there that may, and put it in here.</source>
      <translation>Dieser Schlüssel darf nicht senden. Legen Sie dort einen an, der es darf, und tragen Sie ihn hier ein.</translation>
    </message>
    <message>
      <source>Today: {sent} of {day}</source>
      <translation>Heute: {sent} von {day}</translation>
    </message>
    <message>
      <source>Who said no could not be asked ({words}). Nothing goes this way until it was; it is asked again before anything is sent.</source>
      <translation>Wer Nein gesagt hat, konnte nicht erfragt werden ({words}). Bis dahin geht auf diesem Weg nichts hinaus; vor jedem Senden wird erneut gefragt.</translation>
    </message>
    <message>
      <source>Your account there is suspended or closed. Nobody gets a message this way; ask the provider.</source>
      <translation>Ihr Konto dort ist gesperrt oder geschlossen. Auf diesem Weg bekommt niemand eine Nachricht; fragen Sie den Anbieter.</translation>
    </message>
    <message>
      <source>assistant</source>
      <translation>diesen Assistenten</translation>
    </message>
    <message>
      <source>phone number</source>
      <translation>diese Telefonnummer</translation>
    </message>
    <message>
      <source>✓ Works, but on trial: only addresses and numbers that you have verified there get anything. Ask the provider to end the trial before you write to customers.</source>
      <translation>✓ Funktioniert, aber nur zur Probe: Nur Adressen und Nummern, die Sie dort bestätigt haben, bekommen etwas. Lassen Sie den Anbieter die Probezeit beenden, bevor Sie Kunden schreiben.</translation>
    </message>
    <message>
      <source>✓ Works: messages would be taken. Nothing was sent.</source>
      <translation>✓ Funktioniert: Nachrichten würden angenommen. Gesendet wurde nichts.</translation>
    </message>
  </context>
  <context>
    <name>ApprovalBanner</name>
    <message numerus="yes">
      <source>%Ln messages are ready for your approval</source>
      <translation>
        <numerusform>%Ln Nachricht wartet auf Ihre Freigabe</numerusform>
        <numerusform>%Ln Nachrichten warten auf Ihre Freigabe</numerusform>
      </translation>
    </message>
    <message>
      <source>Look through them</source>
      <translation>Durchsehen</translation>
    </message>
    <message>
      <source>Nothing leaves before you have said yes.</source>
      <translation>Nichts geht hinaus, bevor Sie Ja gesagt haben.</translation>
    </message>
  </context>
  <context>
    <name>ApprovalTray</name>
    <message numerus="yes">
      <source>%Ln messages approved. They go out with the next sending.</source>
      <translation>
        <numerusform>%Ln Nachricht freigegeben. Sie geht mit dem nächsten Versand hinaus.</numerusform>
        <numerusform>%Ln Nachrichten freigegeben. Sie gehen mit dem nächsten Versand hinaus.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages approved. They wait until you press “Send now” under Activity.</source>
      <translation>
        <numerusform>%Ln Nachricht freigegeben. Sie wartet, bis Sie unter Aktivität „Jetzt senden“ drücken.</numerusform>
        <numerusform>%Ln Nachrichten freigegeben. Sie warten, bis Sie unter Aktivität „Jetzt senden“ drücken.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages had already left; the others wait again.</source>
      <translation>
        <numerusform>%Ln Nachricht war schon weg; die anderen warten wieder.</numerusform>
        <numerusform>%Ln Nachrichten waren schon weg; die anderen warten wieder.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages removed. They will not be sent.</source>
      <translation>
        <numerusform>%Ln Nachricht entfernt. Sie wird nicht gesendet.</numerusform>
        <numerusform>%Ln Nachrichten entfernt. Sie werden nicht gesendet.</numerusform>
      </translation>
    </message>
    <message>
      <source>A approves · Del removes · ↑ ↓ looks at the next</source>
      <translation>A gibt frei · Entf entfernt · ↑ ↓ zeigt die nächste</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>Freigeben</translation>
    </message>
    <message>
      <source>Approve all</source>
      <translation>Alle freigeben</translation>
    </message>
    <message numerus="yes">
      <source>Approve all %Ln</source>
      <translation>
        <numerusform>Freigeben</numerusform>
        <numerusform>Alle %Ln freigeben</numerusform>
      </translation>
    </message>
    <message>
      <source>Approve what is selected (A)</source>
      <translation>Ausgewählte freigeben (A)</translation>
    </message>
    <message>
      <source>Each is shown word for word as it will go out. What you leave alone is left out in time, not sent.</source>
      <translation>Jede steht hier im Wortlaut, wie sie hinausgeht. Was Sie liegen lassen, wird mit der Zeit ausgelassen, nicht gesendet.</translation>
    </message>
    <message>
      <source>It waits for you until {day}.</source>
      <translation>Sie wartet bis {day} auf Sie.</translation>
    </message>
    <message>
      <source>It would not go any more: {reason}.</source>
      <translation>Sie ginge nicht mehr hinaus: {reason}.</translation>
    </message>
    <message>
      <source>Messages that wait for your approval</source>
      <translation>Nachrichten, die auf Ihre Freigabe warten</translation>
    </message>
    <message>
      <source>Open the customer {name}</source>
      <translation>{name} öffnen</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove what is selected (Del)</source>
      <translation>Ausgewählte entfernen (Entf)</translation>
    </message>
    <message>
      <source>When you approve it, it goes with the next sending, within a minute.</source>
      <translation>Wenn Sie sie freigeben, geht sie mit dem nächsten Versand hinaus, in weniger als einer Minute.</translation>
    </message>
    <message>
      <source>When you approve it, it goes {when} ({reason}).</source>
      <translation>Wenn Sie sie freigeben, geht sie {when} hinaus ({reason}).</translation>
    </message>
    <message>
      <source>When you approve it, it still waits: {reason}.</source>
      <translation>Auch wenn Sie sie freigeben, wartet sie noch: {reason}.</translation>
    </message>
    <message>
      <source>When you approve it, it waits until you press “Send now” under Activity: this PC has no password store.</source>
      <translation>Wenn Sie sie freigeben, wartet sie, bis Sie unter Aktivität „Jetzt senden“ drücken: Dieser PC hat keinen Passwortspeicher.</translation>
    </message>
    <message>
      <source>Why: {reasons}</source>
      <translation>Warum: {reasons}</translation>
    </message>
    <message>
      <source>{channel} to {address}</source>
      <translation>{channel} an {address}</translation>
    </message>
  </context>
  <context>
    <name>ApprovedDialog</name>
    <message numerus="yes">
      <source>%Ln more are not approved, or need more than a text.</source>
      <translation>
        <numerusform>%Ln weiterer ist nicht freigegeben oder braucht mehr als einen Text.</numerusform>
        <numerusform>%Ln weitere sind nicht freigegeben oder brauchen mehr als einen Text.</numerusform>
      </translation>
    </message>
    <message>
      <source>Approved texts</source>
      <translation>Freigegebene Texte</translation>
    </message>
    <message>
      <source>Asking WhatsApp's provider which texts are approved…</source>
      <translation>Der WhatsApp-Anbieter wird gefragt, welche Texte freigegeben sind…</translation>
    </message>
    <message>
      <source>In place of {number}</source>
      <translation>Anstelle von {number}</translation>
    </message>
    <message>
      <source>The approved texts could not be fetched. {detail}</source>
      <translation>Die freigegebenen Texte ließen sich nicht holen. {detail}</translation>
    </message>
    <message>
      <source>The words stay as they were approved; only what stands in their places is yours.</source>
      <translation>Der Wortlaut bleibt, wie er freigegeben wurde; nur was an den Stellen steht, ist Ihres.</translation>
    </message>
    <message>
      <source>Use this text</source>
      <translation>Diesen Text nehmen</translation>
    </message>
    <message>
      <source>{provider} has approved no text that can be sent from here yet.</source>
      <translation>{provider} hat noch keinen Text freigegeben, der von hier gesendet werden kann.</translation>
    </message>
  </context>
  <context>
    <name>Attendant</name>
    <message>
      <source>Back to my shop</source>
      <translation>Zurück zu meinem Laden</translation>
    </message>
    <message>
      <source>Put this bar away</source>
      <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
      <source>Remove the sample shop</source>
      <translation>Beispielladen entfernen</translation>
    </message>
    <message>
      <source>Resume sending</source>
      <translation>Versand fortsetzen</translation>
    </message>
    <message>
      <source>Sample shop: these customers are invented, and nothing leaves this PC.</source>
      <translation>Beispielladen: Diese Kunden sind erfunden, und nichts verlässt diesen PC.</translation>
    </message>
    <message>
      <source>Sending is paused because a backup was restored: nobody is written to until you resume. What waits stays in the queue.</source>
      <translation>Das Senden ist angehalten, weil eine Sicherung zurückgespielt wurde: Niemand bekommt Post, bis Sie fortsetzen. Was wartet, bleibt in der Warteschlange.</translation>
    </message>
    <message>
      <source>Sending is paused because this shop was copied or moved here: from two places the same people would be written to twice. Resume only where you go on working; what waits stays in the queue.</source>
      <translation>Das Senden ist angehalten, weil dieses Geschäft hierher kopiert oder verschoben wurde: Von zwei Orten aus bekämen dieselben Leute zweimal Post. Setzen Sie es nur dort fort, wo Sie weiterarbeiten; was wartet, bleibt in der Warteschlange.</translation>
    </message>
    <message>
      <source>Sending is paused until {when}. What waits stays in the queue.</source>
      <translation>Der Versand ist bis {when} angehalten. Was wartet, bleibt in der Warteschlange.</translation>
    </message>
    <message>
      <source>Sending is paused: nobody is written to until you resume. What waits stays in the queue.</source>
      <translation>Der Versand ist angehalten: Bis Sie ihn fortsetzen, wird niemand angeschrieben. Was wartet, bleibt in der Warteschlange.</translation>
    </message>
  </context>
  <context>
    <name>Attention</name>
    <message numerus="yes">
      <source>%Ln customers marked a message as spam. They get no more; look at how often you write and to whom.</source>
      <translation>
        <numerusform>%Ln Kunde hat eine Nachricht als Spam markiert und bekommt keine mehr; prüfen Sie, wie oft Sie schreiben und an wen.</numerusform>
        <numerusform>%Ln Kunden haben eine Nachricht als Spam markiert und bekommen keine mehr; prüfen Sie, wie oft Sie schreiben und an wen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers were never asked whether they want messages. Ask them at the till.</source>
      <translation>
        <numerusform>%Ln Kunde wurde nie gefragt, ob Nachrichten erwünscht sind. Fragen Sie an der Kasse.</numerusform>
        <numerusform>%Ln Kunden wurden nie gefragt, ob Nachrichten erwünscht sind. Fragen Sie an der Kasse.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are for you to do: call, write or post them.</source>
      <translation>
        <numerusform>%Ln Nachricht ist Ihre Sache: Rufen Sie an, schreiben Sie oder bringen Sie sie zur Post.</numerusform>
        <numerusform>%Ln Nachrichten sind Ihre Sache: Rufen Sie an, schreiben Sie oder bringen Sie sie zur Post.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are written and wait for your approval.</source>
      <translation>
        <numerusform>%Ln Nachricht ist geschrieben und wartet auf Ihre Freigabe.</numerusform>
        <numerusform>%Ln Nachrichten sind geschrieben und warten auf Ihre Freigabe.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages came too late while your PC was off. They do not go unless you say so.</source>
      <translation>
        <numerusform>%Ln Nachricht kam zu spät, weil Ihr PC aus war. Sie geht nur, wenn Sie es sagen.</numerusform>
        <numerusform>%Ln Nachrichten kamen zu spät, weil Ihr PC aus war. Sie gehen nur, wenn Sie es sagen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages wait because nobody knows what time it is where the customer lives.</source>
      <translation>
        <numerusform>%Ln Nachricht wartet, weil niemand weiß, wie spät es dort ist.</numerusform>
        <numerusform>%Ln Nachrichten warten, weil niemand weiß, wie spät es dort ist.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages: nobody knows whether they arrived. They are not sent again by themselves.</source>
      <translation>
        <numerusform>%Ln Nachricht: Niemand weiß, ob sie angekommen ist. Sie wird nicht von selbst noch einmal gesendet.</numerusform>
        <numerusform>%Ln Nachrichten: Niemand weiß, ob sie angekommen sind. Sie werden nicht von selbst noch einmal gesendet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln more customers could get a message, but your limit is {limit} a day. They wait.</source>
      <translation>
        <numerusform>%Ln weiterer Kunde könnte eine Nachricht bekommen, aber Ihre Grenze ist {limit} am Tag. Er wartet.</numerusform>
        <numerusform>%Ln weitere Kunden könnten eine Nachricht bekommen, aber Ihre Grenze ist {limit} am Tag. Sie warten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln rows of “{file}” were not taken. Those customers or orders are missing.</source>
      <translation>
        <numerusform>%Ln Zeile aus „{file}“ wurde nicht übernommen. Dieser Kunde oder diese Bestellung fehlt.</numerusform>
        <numerusform>%Ln Zeilen aus „{file}“ wurden nicht übernommen. Diese Kunden oder Bestellungen fehlen.</numerusform>
      </translation>
    </message>
    <message>
      <source>A copy of your shop was saved.</source>
      <translation>Eine Kopie Ihres Ladens wurde gesichert.</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>Freigeben</translation>
    </message>
    <message>
      <source>Automatic messages are off. Nobody is written to by itself.</source>
      <translation>Automatische Nachrichten sind aus. Niemand wird von selbst angeschrieben.</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>Von Hand</translation>
    </message>
    <message>
      <source>Change the limit…</source>
      <translation>Grenze ändern…</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Auswählen…</translation>
    </message>
    <message>
      <source>Connect…</source>
      <translation>Verbinden…</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopie</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>Entscheiden</translation>
    </message>
    <message>
      <source>Do them…</source>
      <translation>Erledigen…</translation>
    </message>
    <message>
      <source>Domain</source>
      <translation>Domain</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gescheitert</translation>
    </message>
    <message>
      <source>Good: sending goes on.</source>
      <translation>Gut: Es wird weiter gesendet.</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Schlüssel</translation>
    </message>
    <message>
      <source>Limit</source>
      <translation>Grenze</translation>
    </message>
    <message>
      <source>Locked</source>
      <translation>Gesperrt</translation>
    </message>
    <message>
      <source>Look at them</source>
      <translation>Ansehen</translation>
    </message>
    <message>
      <source>Mails in the name of {domain} may be taken for spam: a record is missing where your domain is kept.</source>
      <translation>Mails im Namen von {domain} könnten für Spam gehalten werden: Dort, wo Ihre Domain verwaltet wird, fehlt ein Eintrag.</translation>
    </message>
    <message>
      <source>Marked a message as spam</source>
      <translation>Nachricht als Spam markiert</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Verpasst</translation>
    </message>
    <message>
      <source>Never asked about messages</source>
      <translation>Nie nach Nachrichten gefragt</translation>
    </message>
    <message>
      <source>No channel is chosen yet, so nobody can be written to.</source>
      <translation>Noch ist kein Kanal gewählt, deshalb kann niemand angeschrieben werden.</translation>
    </message>
    <message>
      <source>Open settings</source>
      <translation>Einstellungen öffnen</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <source>Save a copy now</source>
      <translation>Jetzt Kopie sichern</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show the record</source>
      <translation>Eintrag zeigen</translation>
    </message>
    <message>
      <source>Show them</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Spam</source>
      <translation>Spam</translation>
    </message>
    <message>
      <source>Switch on…</source>
      <translation>Einschalten…</translation>
    </message>
    <message>
      <source>The check planned {planned} was missed (PC was off). Ran {ran}.</source>
      <translation>Die für {planned} geplante Prüfung wurde verpasst (PC war aus). Nachgeholt: {ran}.</translation>
    </message>
    <message>
      <source>The newest copy of your shop is from {day}. Save one before something breaks.</source>
      <translation>Die neueste Kopie Ihres Ladens ist vom {day}. Sichern Sie eine, bevor etwas kaputtgeht.</translation>
    </message>
    <message>
      <source>This PC has no password store: your keys are kept until you close the program, and nothing is sent in the background.</source>
      <translation>Dieser PC hat keinen Passwortspeicher: Ihre Schlüssel bleiben, bis Sie das Programm beenden, und im Hintergrund wird nichts gesendet.</translation>
    </message>
    <message>
      <source>Tip</source>
      <translation>Tipp</translation>
    </message>
    <message>
      <source>To do</source>
      <translation>Zu tun</translation>
    </message>
    <message>
      <source>Uncertain</source>
      <translation>Ungewiss</translation>
    </message>
    <message>
      <source>{channel} is chosen but not connected. Nobody gets a message that way.</source>
      <translation>{channel} ist gewählt, aber nicht verbunden. Auf diesem Weg bekommt niemand eine Nachricht.</translation>
    </message>
    <message>
      <source>{fault} Messages that need a key wait until then.</source>
      <translation>{fault} Nachrichten, die einen Schlüssel brauchen, warten bis dahin.</translation>
    </message>
    <message>
      <source>“{job}” did not end well: {error} It is tried again at its next time.</source>
      <translation>„{job}“ ging nicht gut aus: {error} Zur nächsten Zeit wird es wieder versucht.</translation>
    </message>
  </context>
  <context>
    <name>AutomaticSection</name>
    <message numerus="yes">
      <source>%Ln messages were written.</source>
      <translation>
        <numerusform>%Ln Nachricht wurde geschrieben.</numerusform>
        <numerusform>%Ln Nachrichten wurden geschrieben.</numerusform>
      </translation>
    </message>
    <message>
      <source>Checked. Nobody gets a message today; the reasons stand below.</source>
      <translation>Geprüft. Heute bekommt niemand eine Nachricht; die Gründe stehen unten.</translation>
    </message>
    <message>
      <source>Settings…</source>
      <translation>Einstellungen…</translation>
    </message>
    <message>
      <source>“{campaign}” is off.</source>
      <translation>„{campaign}“ ist aus.</translation>
    </message>
    <message>
      <source>“{campaign}” is on.</source>
      <translation>„{campaign}“ ist an.</translation>
    </message>
  </context>
  <context>
    <name>ByHand</name>
    <message>
      <source>Counts as a yes in a call, and opens an enquiry for you.</source>
      <translation>Zählt als Ja im Anruf und legt eine Anfrage für Sie an.</translation>
    </message>
    <message>
      <source>Counts as answered; further messages of this campaign are not sent.</source>
      <translation>Zählt als beantwortet; weitere Nachrichten dieser Kampagne werden nicht gesendet.</translation>
    </message>
    <message>
      <source>Counts as contacted, like any message that went out.</source>
      <translation>Zählt als angeschrieben, wie jede Nachricht, die hinausging.</translation>
    </message>
    <message>
      <source>Counts as contacted: it has rung.</source>
      <translation>Zählt als angeschrieben: Es hat geklingelt.</translation>
    </message>
    <message>
      <source>Dial</source>
      <translation>Anrufen</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Erledigt</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Niemand hebt ab</translation>
    </message>
    <message>
      <source>No more, please</source>
      <translation>Bitte keine mehr</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Jetzt nicht</translation>
    </message>
    <message>
      <source>Nothing more goes there. Where another way reaches the customer, the message goes that way.</source>
      <translation>Dorthin geht nichts mehr. Wo ein anderer Weg zum Kunden führt, geht die Nachricht dort.</translation>
    </message>
    <message>
      <source>Nothing more goes this way, from now on and from no campaign.</source>
      <translation>Auf diesem Weg geht ab jetzt nichts mehr, aus keiner Kampagne.</translation>
    </message>
    <message>
      <source>Open WhatsApp</source>
      <translation>WhatsApp öffnen</translation>
    </message>
    <message>
      <source>Open mail program</source>
      <translation>Mailprogramm öffnen</translation>
    </message>
    <message>
      <source>Open text message</source>
      <translation>SMS öffnen</translation>
    </message>
    <message>
      <source>Said yes</source>
      <translation>Hat Ja gesagt</translation>
    </message>
    <message>
      <source>Wrong address</source>
      <translation>Falsche Adresse</translation>
    </message>
    <message>
      <source>Wrong number</source>
      <translation>Falsche Nummer</translation>
    </message>
  </context>
  <context>
    <name>ByHandDialog</name>
    <message numerus="yes">
      <source>%Ln messages wait for you. What you open counts as contacted; say in one click how it ended.</source>
      <translation>
        <numerusform>%Ln Nachricht wartet auf Sie. Was Sie öffnen, zählt als angeschrieben; sagen Sie mit einem Klick, wie es ausging.</numerusform>
        <numerusform>%Ln Nachrichten warten auf Sie. Was Sie öffnen, zählt als angeschrieben; sagen Sie mit einem Klick, wie es ausging.</numerusform>
      </translation>
    </message>
    <message>
      <source>A PDF with everybody to ring, their words and boxes to tick.</source>
      <translation>Ein PDF mit allen, die Sie anrufen, was Sie sagen und Kästchen zum Ankreuzen.</translation>
    </message>
    <message>
      <source>A PDF with one page for everybody whose postal address is known, for envelopes with a window.</source>
      <translation>Ein PDF mit einer Seite für jeden, dessen Postanschrift bekannt ist, für Fensterumschläge.</translation>
    </message>
    <message>
      <source>A PDF with the addresses, for Avery L7160 or 5160.</source>
      <translation>Ein PDF mit den Adressen, für Avery L7160 oder 5160.</translation>
    </message>
    <message>
      <source>Begun</source>
      <translation>Begonnen</translation>
    </message>
    <message>
      <source>Call sheet…</source>
      <translation>Anrufliste…</translation>
    </message>
    <message>
      <source>Calls, {day}</source>
      <translation>Anrufe, {day}</translation>
    </message>
    <message>
      <source>Choose “You, by hand” for a channel under Settings, Connections: its messages wait here, and you call, write or post them yourself.</source>
      <translation>Wählen Sie unter Einstellungen, Verbindungen für einen Kanal „Sie, von Hand“: Seine Nachrichten warten dann hier, und Sie rufen an, schreiben oder schicken sie selbst.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>For you to do</source>
      <translation>Für Sie zu tun</translation>
    </message>
    <message>
      <source>Labels…</source>
      <translation>Etiketten…</translation>
    </message>
    <message>
      <source>Letters…</source>
      <translation>Briefe…</translation>
    </message>
    <message>
      <source>More has happened since: this can't be taken back.</source>
      <translation>Seither ist mehr geschehen: Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
      <source>Nothing to do by hand</source>
      <translation>Nichts von Hand zu erledigen</translation>
    </message>
    <message>
      <source>Postal address</source>
      <translation>Postanschrift</translation>
    </message>
    <message>
      <source>Save the PDF</source>
      <translation>PDF sichern</translation>
    </message>
    <message>
      <source>Saved: {file}</source>
      <translation>Gesichert: {file}</translation>
    </message>
    <message>
      <source>Street, postcode and town of {name}, line by line</source>
      <translation>Straße, Postleitzahl und Ort von {name}, Zeile für Zeile</translation>
    </message>
    <message>
      <source>What waits for you</source>
      <translation>Was auf Sie wartet</translation>
    </message>
    <message>
      <source>calls.pdf</source>
      <translation>anrufe.pdf</translation>
    </message>
    <message>
      <source>labels.pdf</source>
      <translation>etiketten.pdf</translation>
    </message>
    <message>
      <source>letters.pdf</source>
      <translation>briefe.pdf</translation>
    </message>
    <message>
      <source>{name}: {result}.</source>
      <translation>{name}: {result}.</translation>
    </message>
  </context>
  <context>
    <name>CallCard</name>
    <message>
      <source>Customer</source>
      <translation>Kunde</translation>
    </message>
    <message>
      <source>Listen to it</source>
      <translation>Anhören</translation>
    </message>
    <message>
      <source>Open the enquiry</source>
      <translation>Anfrage öffnen</translation>
    </message>
    <message>
      <source>The enquiry is answered</source>
      <translation>Die Anfrage ist beantwortet</translation>
    </message>
    <message>
      <source>The enquiry is noted as answered.</source>
      <translation>Die Anfrage ist als beantwortet vermerkt.</translation>
    </message>
    <message>
      <source>Voice</source>
      <translation>Stimme</translation>
    </message>
    <message>
      <source>What was said</source>
      <translation>Was gesagt wurde</translation>
    </message>
    <message>
      <source>cost {money}</source>
      <translation>kostete {money}</translation>
    </message>
    <message>
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
  </context>
  <context>
    <name>Calls</name>
    <message>
      <source>No more calls, please</source>
      <translation>Bitte keine Anrufe mehr</translation>
    </message>
    <message>
      <source>Nobody answered</source>
      <translation>Niemand hob ab</translation>
    </message>
    <message>
      <source>Not ended yet</source>
      <translation>Noch nicht zu Ende</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Jetzt nicht</translation>
    </message>
    <message>
      <source>Said yes</source>
      <translation>Hat Ja gesagt</translation>
    </message>
    <message>
      <source>Something broke on the way</source>
      <translation>Unterwegs ging etwas schief</translation>
    </message>
    <message>
      <source>Talked</source>
      <translation>Gesprochen</translation>
    </message>
    <message>
      <source>Talked, nothing clear</source>
      <translation>Gesprochen, nichts Klares</translation>
    </message>
    <message>
      <source>The call</source>
      <translation>Der Anruf</translation>
    </message>
    <message>
      <source>Too many calls at once</source>
      <translation>Zu viele Anrufe auf einmal</translation>
    </message>
    <message>
      <source>Wrong number</source>
      <translation>Falsche Nummer</translation>
    </message>
    <message>
      <source>Wrong person</source>
      <translation>Falsche Person</translation>
    </message>
    <message>
      <source>Your account did not allow it</source>
      <translation>Ihr Konto ließ es nicht zu</translation>
    </message>
  </context>
  <context>
    <name>CameBack</name>
    <message>
      <source>Addresses that messages came back from</source>
      <translation>Adressen, von denen Nachrichten zurückkamen</translation>
    </message>
  </context>
  <context>
    <name>CameBackCard</name>
    <message numerus="yes">
      <source>%Ln addresses</source>
      <translation>
        <numerusform>%Ln Adresse</numerusform>
        <numerusform>%Ln Adressen</numerusform>
      </translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>All by telephone</source>
      <translation>Alles per Telefon</translation>
    </message>
    <message>
      <source>Came back</source>
      <translation>Zurückgekommen</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>Kanal</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Kunde</translation>
    </message>
    <message>
      <source>Does not exist</source>
      <translation>Gibt es nicht</translation>
    </message>
    <message>
      <source>Mail to an address that does not exist is not tried again. A full or slow mailbox is left alone after three mails in a row came back. Whoever marks a mail as spam has said no. A number that takes no message is left alone on that channel only.</source>
      <translation>An eine Adresse, die es nicht gibt, wird nicht wieder geschrieben. Ein volles oder langsames Postfach bleibt in Ruhe, wenn drei Mails hintereinander zurückkamen. Wer eine Mail als Spam markiert, hat Nein gesagt. Eine Nummer, die keine Nachricht annimmt, bleibt nur auf diesem Kanal in Ruhe.</translation>
    </message>
    <message>
      <source>Messages may go to {address} again.</source>
      <translation>An {address} darf wieder geschrieben werden.</translation>
    </message>
    <message>
      <source>None: every address takes its messages.</source>
      <translation>Keine: Jede Adresse nimmt ihre Nachrichten an.</translation>
    </message>
    <message>
      <source>Open the customer</source>
      <translation>Kunden öffnen</translation>
    </message>
    <message>
      <source>Since</source>
      <translation>Seit</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <source>Write there again</source>
      <translation>Wieder dorthin schreiben</translation>
    </message>
  </context>
  <context>
    <name>CampaignCard</name>
    <message numerus="yes">
      <source>%Ln customers would get it today</source>
      <translation>
        <numerusform>%Ln Kunde bekäme sie heute</numerusform>
        <numerusform>%Ln Kunden bekämen sie heute</numerusform>
      </translation>
    </message>
    <message>
      <source>Choose channels…</source>
      <translation>Kanäle wählen…</translation>
    </message>
    <message>
      <source>It says:</source>
      <translation>Sie sagt:</translation>
    </message>
    <message>
      <source>Last 30 days: {sent} sent · {back} came back, {rate} · {money} brought back</source>
      <translation>Letzte 30 Tage: {sent} gesendet · {back} zurückgekommen, {rate} · {money} zurückgebracht</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Wird nachgesehen…</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <source>Messages of “{campaign}”</source>
      <translation>Nachrichten von „{campaign}“</translation>
    </message>
    <message>
      <source>No channel is chosen yet.</source>
      <translation>Noch ist kein Kanal gewählt.</translation>
    </message>
    <message>
      <source>Nobody would get it today</source>
      <translation>Heute bekäme sie niemand</translation>
    </message>
    <message>
      <source>Nothing sent in the last 30 days.</source>
      <translation>In den letzten 30 Tagen nichts gesendet.</translation>
    </message>
    <message>
      <source>On</source>
      <translation>An</translation>
    </message>
    <message>
      <source>Read or change “{name}”</source>
      <translation>„{name}“ lesen oder ändern</translation>
    </message>
    <message>
      <source>To customers who bought nothing for {inactivity_threshold} days and whom nothing above fits.</source>
      <translation>An Kunden, die seit {inactivity_threshold} Tagen nichts gekauft haben und zu denen nichts von oben passt.</translation>
    </message>
    <message>
      <source>To customers who looked at a product that is now more than {price_drop_percent} % cheaper than they saw it.</source>
      <translation>An Kunden, die ein Produkt angesehen haben, das jetzt mehr als {price_drop_percent} % billiger ist als damals.</translation>
    </message>
    <message>
      <source>To customers who looked at a product while it was sold out, as soon as it is there again. Never more people than units.</source>
      <translation>An Kunden, die ein Produkt ansahen, als es ausverkauft war, sobald es wieder da ist. Nie mehr Leute als Stücke.</translation>
    </message>
    <message>
      <source>To customers who stopped buying and had spent {loyalty_min_ltv} or more in all: a code of their own for {loyalty_discount} % off.</source>
      <translation>An Kunden, die nicht mehr kaufen und insgesamt {loyalty_min_ltv} oder mehr ausgegeben haben: ein eigener Code für {loyalty_discount} % Rabatt.</translation>
    </message>
    <message>
      <source>To customers who stopped buying, when there is something new in the categories that they buy from.</source>
      <translation>An Kunden, die nicht mehr kaufen, wenn es in ihren Kategorien etwas Neues gibt.</translation>
    </message>
    <message>
      <source>{campaign} is on</source>
      <translation>{campaign} ist an</translation>
    </message>
    <message>
      <source>{channel}: no text</source>
      <translation>{channel}: kein Text</translation>
    </message>
    <message>
      <source>{channel}: the program's text</source>
      <translation>{channel}: Text des Programms</translation>
    </message>
    <message>
      <source>{channel}: “{name}”</source>
      <translation>{channel}: „{name}“</translation>
    </message>
  </context>
  <context>
    <name>CampaignDetails</name>
    <message numerus="yes">
      <source>%Ln failed</source>
      <translation>
        <numerusform>%Ln gescheitert</numerusform>
        <numerusform>%Ln gescheitert</numerusform>
      </translation>
    </message>
    <message>
      <source>Bring back</source>
      <translation>Zurückholen</translation>
    </message>
    <message>
      <source>Came back</source>
      <translation>Zurückgekommen</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Export CSV…</source>
      <translation>CSV exportieren…</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>How many have gone out</source>
      <translation>Wie viele hinausgegangen sind</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgelassen</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <source>Messages that went out; a further message counts as one more.</source>
      <translation>Nachrichten, die hinausgingen; eine Erinnerung zählt als weitere.</translation>
    </message>
    <message>
      <source>Money brought back</source>
      <translation>Zurückgebrachtes Geld</translation>
    </message>
    <message>
      <source>Ordered within the days that count after a message.</source>
      <translation>Bestellt innerhalb der Tage, die nach einer Nachricht zählen.</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Put away</source>
      <translation>Ablegen</translation>
    </message>
    <message>
      <source>Recipients</source>
      <translation>Empfänger</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message numerus="yes">
      <source>Starting… The first message leaves in %Ln seconds.</source>
      <translation>
        <numerusform>Startet… Die erste Nachricht geht in %Ln Sekunde hinaus.</numerusform>
        <numerusform>Startet… Die erste Nachricht geht in %Ln Sekunden hinaus.</numerusform>
      </translation>
    </message>
    <message>
      <source>Stop for good</source>
      <translation>Endgültig stoppen</translation>
    </message>
    <message>
      <source>Take off the calendar</source>
      <translation>Aus dem Kalender nehmen</translation>
    </message>
    <message>
      <source>The campaign is meant for them, but they get no message; the list says why.</source>
      <translation>Die Kampagne ist für sie gedacht, aber sie bekommen keine Nachricht; die Liste sagt, warum.</translation>
    </message>
    <message numerus="yes">
      <source>Try the %Ln failed ones again</source>
      <translation>
        <numerusform>Die gescheiterte erneut versuchen</numerusform>
        <numerusform>Die %Ln gescheiterten erneut versuchen</numerusform>
      </translation>
    </message>
    <message>
      <source>Undo the start</source>
      <translation>Start zurücknehmen</translation>
    </message>
    <message>
      <source>What those who came back ordered, less what was paid back later.</source>
      <translation>Was die Zurückgekommenen bestellt haben, abzüglich späterer Erstattungen.</translation>
    </message>
    <message>
      <source>ended {when}</source>
      <translation>beendet {when}</translation>
    </message>
    <message>
      <source>less refunds</source>
      <translation>abzüglich Erstattungen</translation>
    </message>
    <message>
      <source>of {count}</source>
      <translation>von {count}</translation>
    </message>
    <message>
      <source>started {when}</source>
      <translation>gestartet {when}</translation>
    </message>
    <message>
      <source>starts {when}</source>
      <translation>startet {when}</translation>
    </message>
  </context>
  <context>
    <name>CampaignDoing</name>
    <message numerus="yes">
      <source>%Ln messages are tried again.</source>
      <translation>
        <numerusform>%Ln Nachricht wird erneut versucht.</numerusform>
        <numerusform>%Ln Nachrichten werden erneut versucht.</numerusform>
      </translation>
    </message>
    <message>
      <source>Save the recipients as</source>
      <translation>Empfänger sichern als</translation>
    </message>
    <message>
      <source>The recipients are in “{file}”.</source>
      <translation>Die Empfänger stehen in „{file}“.</translation>
    </message>
    <message>
      <source>The start of “{name}” was taken back: it is a draft again.</source>
      <translation>Der Start von „{name}“ wurde zurückgenommen: Sie ist wieder ein Entwurf.</translation>
    </message>
    <message>
      <source>“{name}” goes on.</source>
      <translation>„{name}“ geht weiter.</translation>
    </message>
    <message>
      <source>“{name}” is back in the list.</source>
      <translation>„{name}“ steht wieder in der Liste.</translation>
    </message>
    <message>
      <source>“{name}” is paused. What waits stays where it is.</source>
      <translation>„{name}“ ist angehalten. Was wartet, bleibt, wo es ist.</translation>
    </message>
    <message>
      <source>“{name}” was put away.</source>
      <translation>„{name}“ wurde abgelegt.</translation>
    </message>
    <message>
      <source>“{name}” was started.</source>
      <translation>„{name}“ wurde gestartet.</translation>
    </message>
    <message>
      <source>“{name}” was stopped. What had not left will not be sent.</source>
      <translation>„{name}“ wurde gestoppt. Was noch nicht hinaus war, wird nicht gesendet.</translation>
    </message>
    <message>
      <source>“{name}” was thrown away.</source>
      <translation>„{name}“ wurde verworfen.</translation>
    </message>
  </context>
  <context>
    <name>CampaignState</name>
    <message>
      <source>Draft</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>Beendet</translation>
    </message>
    <message>
      <source>Needs you</source>
      <translation>Braucht Sie</translation>
    </message>
    <message>
      <source>Nothing goes by itself: this PC has no password store. Mark the messages under Activity and press “Send now”.</source>
      <translation>Nichts geht von selbst hinaus: Dieser PC hat keinen Passwortspeicher. Markieren Sie die Nachrichten unter Aktivität, und drücken Sie „Jetzt senden“.</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <source>Scheduled</source>
      <translation>Geplant</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Gestoppt</translation>
    </message>
  </context>
  <context>
    <name>CampaignWizard</name>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Call the start off</source>
      <translation>Start abbrechen</translation>
    </message>
    <message>
      <source>Check and start</source>
      <translation>Prüfen und starten</translation>
    </message>
    <message>
      <source>Goal</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>Keep as a draft</source>
      <translation>Als Entwurf behalten</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Next: {step}</source>
      <translation>Weiter: {step}</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Starten</translation>
    </message>
    <message>
      <source>Start on {day}</source>
      <translation>Am {day} starten</translation>
    </message>
    <message>
      <source>Start sending</source>
      <translation>Versand starten</translation>
    </message>
    <message numerus="yes">
      <source>Start sending to %Ln customers</source>
      <translation>
        <numerusform>An %Ln Kunden senden</numerusform>
        <numerusform>An %Ln Kunden senden</numerusform>
      </translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Startet…</translation>
    </message>
    <message>
      <source>The step in front</source>
      <translation>Der Schritt davor</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>“{name}” is kept as a draft.</source>
      <translation>„{name}“ bleibt als Entwurf.</translation>
    </message>
    <message>
      <source>“{name}” was thrown away.</source>
      <translation>„{name}“ wurde verworfen.</translation>
    </message>
  </context>
  <context>
    <name>CampaignsPage</name>
    <message numerus="yes">
      <source>%Ln chosen customers</source>
      <translation>
        <numerusform>%Ln gewählter Kunde</numerusform>
        <numerusform>%Ln gewählte Kunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are ready for your approval</source>
      <translation>
        <numerusform>%Ln Nachricht wartet auf Ihre Freigabe</numerusform>
        <numerusform>%Ln Nachrichten warten auf Ihre Freigabe</numerusform>
      </translation>
    </message>
    <message>
      <source>All campaigns</source>
      <translation>Alle Kampagnen</translation>
    </message>
    <message>
      <source>Always on</source>
      <translation>Immer an</translation>
    </message>
    <message>
      <source>Automatic messages</source>
      <translation>Automatische Nachrichten</translation>
    </message>
    <message>
      <source>Automatic messages are off.</source>
      <translation>Automatische Nachrichten sind aus.</translation>
    </message>
    <message>
      <source>Automatic messages are on.</source>
      <translation>Automatische Nachrichten sind an.</translation>
    </message>
    <message>
      <source>Campaign draft</source>
      <translation>Kampagnenentwurf</translation>
    </message>
    <message>
      <source>Campaigns</source>
      <translation>Kampagnen</translation>
    </message>
    <message>
      <source>Ctrl+N</source>
      <translation>Strg+N</translation>
    </message>
    <message>
      <source>Ideas</source>
      <translation>Ideen</translation>
    </message>
    <message>
      <source>New campaign</source>
      <translation>Neue Kampagne</translation>
    </message>
    <message>
      <source>Your campaigns</source>
      <translation>Ihre Kampagnen</translation>
    </message>
  </context>
  <context>
    <name>Changing</name>
    <message>
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <source>on</source>
      <translation>an</translation>
    </message>
    <message>
      <source>{name}: {before} → {after}.</source>
      <translation>{name}: {before} → {after}.</translation>
    </message>
    <message>
      <source>“{name}” was changed.</source>
      <translation>„{name}“ wurde geändert.</translation>
    </message>
  </context>
  <context>
    <name>ChannelRow</name>
    <message>
      <source>Choose a text…</source>
      <translation>Text wählen…</translation>
    </message>
    <message>
      <source>Text for {channel}</source>
      <translation>Text für {channel}</translation>
    </message>
    <message>
      <source>The usual one: {name}</source>
      <translation>Der übliche: {name}</translation>
    </message>
    <message>
      <source>Try {channel} earlier</source>
      <translation>{channel} früher versuchen</translation>
    </message>
    <message>
      <source>not connected</source>
      <translation>nicht verbunden</translation>
    </message>
  </context>
  <context>
    <name>ChannelStep</name>
    <message>
      <source>&amp;E-mail from my own mailbox</source>
      <translation>&amp;E-Mail aus meinem eigenen Postfach</translation>
    </message>
    <message>
      <source>&amp;Later</source>
      <translation>S&amp;päter</translation>
    </message>
    <message>
      <source>&amp;SMS</source>
      <translation>&amp;SMS</translation>
    </message>
    <message>
      <source>&amp;WhatsApp</source>
      <translation>&amp;WhatsApp</translation>
    </message>
    <message>
      <source>Choose the first way; others can be added at any time. You connect it on the next page.</source>
      <translation>Wählen Sie den ersten Weg; weitere lassen sich jederzeit hinzufügen. Verbunden wird auf der nächsten Seite.</translation>
    </message>
    <message>
      <source>E-mail through a &amp;provider</source>
      <translation>E-Mail über einen &amp;Anbieter</translation>
    </message>
    <message>
      <source>Gmail, Outlook, your web host: the address you write from anyway. Costs nothing extra.</source>
      <translation>Gmail, Outlook, Ihr Webhoster: die Adresse, von der Sie ohnehin schreiben. Kostet nichts extra.</translation>
    </message>
    <message>
      <source>How do you want to write?</source>
      <translation>Wie möchten Sie schreiben?</translation>
    </message>
    <message>
      <source>Look around first; nothing is sent meanwhile.</source>
      <translation>Erst umsehen; bis dahin wird nichts gesendet.</translation>
    </message>
    <message>
      <source>Resend, SendGrid, Postmark or Amazon SES: for many messages, paid per message.</source>
      <translation>Resend, SendGrid, Postmark oder Amazon SES: für viele Nachrichten, bezahlt pro Nachricht.</translation>
    </message>
    <message>
      <source>Through Meta's own service; each wording has to be approved there first.</source>
      <translation>Über Metas eigenen Dienst; jeder Text muss dort vorher genehmigt werden.</translation>
    </message>
    <message>
      <source>Through Twilio or Vonage; paid per part.</source>
      <translation>Über Twilio oder Vonage; bezahlt pro SMS-Teil.</translation>
    </message>
  </context>
  <context>
    <name>ChartCard</name>
    <message>
      <source>Copy the picture</source>
      <translation>Bild kopieren</translation>
    </message>
    <message>
      <source>Copy the table</source>
      <translation>Tabelle kopieren</translation>
    </message>
    <message>
      <source>Pictures (*.png)</source>
      <translation>Bilder (*.png)</translation>
    </message>
    <message>
      <source>Save or copy “{name}”</source>
      <translation>„{name}“ sichern oder kopieren</translation>
    </message>
    <message>
      <source>Save the picture (PNG)…</source>
      <translation>Bild sichern (PNG)…</translation>
    </message>
    <message>
      <source>Save the table (CSV)…</source>
      <translation>Tabelle sichern (CSV)…</translation>
    </message>
    <message>
      <source>Saved as {file}.</source>
      <translation>Gesichert als {file}.</translation>
    </message>
    <message>
      <source>Show “{name}” as a chart</source>
      <translation>„{name}“ als Diagramm zeigen</translation>
    </message>
    <message>
      <source>Show “{name}” as a table</source>
      <translation>„{name}“ als Tabelle zeigen</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
      <source>The figures are on the clipboard.</source>
      <translation>Die Zahlen sind in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The picture is on the clipboard.</source>
      <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
  </context>
  <context>
    <name>CheckStep</name>
    <message numerus="yes">
      <source>%Ln SMS parts</source>
      <translation>
        <numerusform>%Ln SMS-Teil</numerusform>
        <numerusform>%Ln SMS-Teile</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers are meant:</source>
      <translation>
        <numerusform>%Ln Kunde ist gemeint:</numerusform>
        <numerusform>%Ln Kunden sind gemeint:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers will get this message</source>
      <translation>
        <numerusform>%Ln Kunde bekommt diese Nachricht</numerusform>
        <numerusform>%Ln Kunden bekommen diese Nachricht</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln days later by {channel}</source>
      <translation>
        <numerusform>%Ln Tag später über {channel}</numerusform>
        <numerusform>%Ln Tage später über {channel}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln of them get nothing:</source>
      <translation>
        <numerusform>%Ln davon bekommt nichts:</numerusform>
        <numerusform>%Ln davon bekommen nichts:</numerusform>
      </translation>
    </message>
    <message>
      <source>And then</source>
      <translation>Und dann</translation>
    </message>
    <message>
      <source>As soon as you start, after half a minute in which you can take it back.</source>
      <translation>Sobald Sie starten, nach einer halben Minute, in der Sie es zurücknehmen können.</translation>
    </message>
    <message numerus="yes">
      <source>At most %Ln messages a day.</source>
      <translation>
        <numerusform>Höchstens %Ln Nachricht am Tag.</numerusform>
        <numerusform>Höchstens %Ln Nachrichten am Tag.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>At most %Ln messages a minute.</source>
      <translation>
        <numerusform>Höchstens %Ln Nachricht pro Minute.</numerusform>
        <numerusform>Höchstens %Ln Nachrichten pro Minute.</numerusform>
      </translation>
    </message>
    <message>
      <source>By which way</source>
      <translation>Auf welchem Weg</translation>
    </message>
    <message>
      <source>Control group</source>
      <translation>Kontrollgruppe</translation>
    </message>
    <message>
      <source>Done by {day}.</source>
      <translation>Fertig bis {day}.</translation>
    </message>
    <message>
      <source>Enter what a message costs…</source>
      <translation>Kosten einer Nachricht eintragen…</translation>
    </message>
    <message>
      <source>Looking at your customers</source>
      <translation>Ihre Kunden werden durchgesehen</translation>
    </message>
    <message>
      <source>Looking at your customers…</source>
      <translation>Ihre Kunden werden durchgesehen…</translation>
    </message>
    <message>
      <source>Mend it…</source>
      <translation>Beheben…</translation>
    </message>
    <message>
      <source>Nobody would get this message now.</source>
      <translation>Diese Nachricht bekäme jetzt niemand.</translation>
    </message>
    <message>
      <source>On {day}, by the customers as they are then.</source>
      <translation>Am {day}, nach dem dann gültigen Stand der Kunden.</translation>
    </message>
    <message>
      <source>Preview for</source>
      <translation>Vorschau für</translation>
    </message>
    <message>
      <source>Send me a test…</source>
      <translation>Test an mich…</translation>
    </message>
    <message numerus="yes">
      <source>Show the %Ln who do not</source>
      <translation>
        <numerusform>Den %Ln zeigen, der sie nicht bekommt</numerusform>
        <numerusform>Die %Ln zeigen, die sie nicht bekommen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Show the %Ln who get it</source>
      <translation>
        <numerusform>Den %Ln zeigen, der sie bekommt</numerusform>
        <numerusform>Die %Ln zeigen, die sie bekommen</numerusform>
      </translation>
    </message>
    <message>
      <source>Still looking at your customers.</source>
      <translation>Ihre Kunden werden noch durchgesehen.</translation>
    </message>
    <message>
      <source>The plan can't be checked as it is.</source>
      <translation>So lässt sich der Plan nicht prüfen.</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <source>Will get this message</source>
      <translation>Bekommen diese Nachricht</translation>
    </message>
    <message>
      <source>Will not get this message</source>
      <translation>Bekommen diese Nachricht nicht</translation>
    </message>
    <message>
      <source>Without: {customers}.</source>
      <translation>Ohne: {customers}.</translation>
    </message>
    <message>
      <source>costs nothing a message</source>
      <translation>kostet nichts pro Nachricht</translation>
    </message>
    <message>
      <source>{share} % get nothing, so that you can see what the message really brings.</source>
      <translation>{share} % bekommen nichts, damit Sie sehen, was die Nachricht wirklich bringt.</translation>
    </message>
    <message>
      <source>{steps}; whoever has bought, answered or said no gets none of them.</source>
      <translation>{steps}; wer gekauft, geantwortet oder Nein gesagt hat, bekommt keine davon.</translation>
    </message>
  </context>
  <context>
    <name>Checks</name>
    <message numerus="yes">
      <source>%Ln days ago</source>
      <translation>
        <numerusform>vor %Ln Tag</numerusform>
        <numerusform>vor %Ln Tagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages</source>
      <translation>
        <numerusform>%Ln Nachricht</numerusform>
        <numerusform>%Ln Nachrichten</numerusform>
      </translation>
    </message>
    <message>
      <source>A file is just being imported.</source>
      <translation>Eine Datei wird gerade importiert.</translation>
    </message>
    <message>
      <source>Another message to this customer is still waiting.</source>
      <translation>Eine andere Nachricht an diese Person wartet noch.</translation>
    </message>
    <message>
      <source>Automatic messages are switched off.</source>
      <translation>Automatische Nachrichten sind ausgeschaltet.</translation>
    </message>
    <message>
      <source>Automatic messages are switched on.</source>
      <translation>Automatische Nachrichten sind eingeschaltet.</translation>
    </message>
    <message>
      <source>Belongs to the {limit} % who are never written to (control group).</source>
      <translation>Gehört zu den {limit} %, die nie angeschrieben werden (Kontrollgruppe).</translation>
    </message>
    <message>
      <source>Does not belong to the {limit} % who are never written to (control group).</source>
      <translation>Gehört nicht zu den {limit} %, die nie angeschrieben werden (Kontrollgruppe).</translation>
    </message>
    <message>
      <source>Does not concern somebody who never bought.</source>
      <translation>Betrifft niemanden, der nie gekauft hat.</translation>
    </message>
    <message>
      <source>Every campaign that fits is switched off.</source>
      <translation>Jede Kampagne, die passt, ist ausgeschaltet.</translation>
    </message>
    <message>
      <source>Every field of the template can be filled.</source>
      <translation>Jedes Feld der Vorlage lässt sich ausfüllen.</translation>
    </message>
    <message>
      <source>Has bought, last on {day}.</source>
      <translation>Hat gekauft, zuletzt am {day}.</translation>
    </message>
    <message>
      <source>Has never bought.</source>
      <translation>Hat nie gekauft.</translation>
    </message>
    <message>
      <source>Has written to you lately: WhatsApp takes any words until {time}, {day}.</source>
      <translation>Hat Ihnen kürzlich geschrieben: WhatsApp nimmt bis {time} Uhr, {day}, jeden Text.</translation>
    </message>
    <message>
      <source>Last message written {ago}; the next one follows after {limit} days.</source>
      <translation>Letzte Nachricht {ago} geschrieben; die nächste folgt nach {limit} Tagen.</translation>
    </message>
    <message>
      <source>Last purchase {ago}; from {limit} days on it counts as “stopped buying”.</source>
      <translation>Letzter Kauf {ago}; ab {limit} Tagen gilt es als „kauft nicht mehr“.</translation>
    </message>
    <message>
      <source>Last purchase {ago}; nobody is written to after more than {limit} days.</source>
      <translation>Letzter Kauf {ago}; nach mehr als {limit} Tagen wird niemand mehr angeschrieben.</translation>
    </message>
    <message>
      <source>Messages may go today.</source>
      <translation>Heute dürfen Nachrichten gehen.</translation>
    </message>
    <message>
      <source>Names no wording that WhatsApp approved, and this customer has not written within the last 24 hours.</source>
      <translation>Nennt keinen Text, den WhatsApp freigegeben hat, und dieser Kunde hat in den letzten 24 Stunden nicht geschrieben.</translation>
    </message>
    <message>
      <source>No channel is chosen for automatic messages.</source>
      <translation>Für automatische Nachrichten ist kein Kanal gewählt.</translation>
    </message>
    <message>
      <source>No file is being imported.</source>
      <translation>Gerade wird keine Datei importiert.</translation>
    </message>
    <message>
      <source>No message since the last purchase.</source>
      <translation>Keine Nachricht seit dem letzten Kauf.</translation>
    </message>
    <message>
      <source>No other message is waiting.</source>
      <translation>Keine andere Nachricht wartet.</translation>
    </message>
    <message>
      <source>The template can't be used: {fault}</source>
      <translation>Die Vorlage ist nicht verwendbar: {fault}</translation>
    </message>
    <message>
      <source>The template needs “{field}”, which is not known here.</source>
      <translation>Die Vorlage braucht „{field}“; das ist hier nicht bekannt.</translation>
    </message>
    <message>
      <source>The template's fields: asked once everything else allows it.</source>
      <translation>Die Felder der Vorlage: gefragt, sobald alles andere passt.</translation>
    </message>
    <message>
      <source>There is no control group.</source>
      <translation>Es gibt keine Kontrollgruppe.</translation>
    </message>
    <message>
      <source>There is no limit for a day.</source>
      <translation>Es gibt keine Grenze für den Tag.</translation>
    </message>
    <message>
      <source>There is no limit to how long ago the last purchase may be.</source>
      <translation>Es gibt keine Grenze dafür, wie lange der letzte Kauf her sein darf.</translation>
    </message>
    <message>
      <source>This campaign is switched off.</source>
      <translation>Diese Kampagne ist ausgeschaltet.</translation>
    </message>
    <message>
      <source>Today you let no messages go; the next day is {day}.</source>
      <translation>Heute lassen Sie keine Nachrichten gehen; der nächste Tag ist {day}.</translation>
    </message>
    <message>
      <source>You let messages go on no day of the week.</source>
      <translation>Sie lassen an keinem Wochentag Nachrichten gehen.</translation>
    </message>
    <message>
      <source>a product seen before</source>
      <translation>ein früher angesehenes Produkt</translation>
    </message>
    <message>
      <source>agreed, and {address} can be reached.</source>
      <translation>zugestimmt, und {address} ist erreichbar.</translation>
    </message>
    <message>
      <source>fits everybody who stopped buying.</source>
      <translation>passt für alle, die nicht mehr kaufen.</translation>
    </message>
    <message>
      <source>new products in the categories bought from, the latest of {day}.</source>
      <translation>neue Produkte in den gekauften Kategorien, das neueste vom {day}.</translation>
    </message>
    <message>
      <source>not needed, an earlier channel reaches this customer.</source>
      <translation>nicht nötig, ein früherer Kanal erreicht diese Person.</translation>
    </message>
    <message>
      <source>nothing new in the categories bought from.</source>
      <translation>nichts Neues in den gekauften Kategorien.</translation>
    </message>
    <message>
      <source>nothing that was looked at got cheaper.</source>
      <translation>nichts Angesehenes wurde billiger.</translation>
    </message>
    <message>
      <source>nothing that was missed has come back.</source>
      <translation>nichts Vermisstes ist wieder da.</translation>
    </message>
    <message>
      <source>spent {before}, needed {price}.</source>
      <translation>ausgegeben: {before}, nötig: {price}.</translation>
    </message>
    <message>
      <source>spent {before}, needed {price}; a code is still good.</source>
      <translation>ausgegeben: {before}, nötig: {price}; ein Code gilt noch.</translation>
    </message>
    <message>
      <source>today</source>
      <translation>heute</translation>
    </message>
    <message>
      <source>yesterday</source>
      <translation>gestern</translation>
    </message>
    <message>
      <source>you have not said from which amount on it is given.</source>
      <translation>Sie haben nicht gesagt, ab welchem Betrag es ihn gibt.</translation>
    </message>
    <message>
      <source>{count} of {limit} automatic messages were written today.</source>
      <translation>{count} von {limit} automatischen Nachrichten sind heute geschrieben.</translation>
    </message>
    <message>
      <source>{count} of {limit} automatic messages were written today; others come first.</source>
      <translation>{count} von {limit} automatischen Nachrichten sind heute geschrieben; andere kommen zuerst.</translation>
    </message>
    <message>
      <source>{messages} in {span} days (limit: {limit}).</source>
      <translation>{messages} in {span} Tagen (Grenze: {limit}).</translation>
    </message>
    <message>
      <source>{messages} since the last purchase (limit: {limit}).</source>
      <translation>{messages} seit dem letzten Kauf (Grenze: {limit}).</translation>
    </message>
    <message>
      <source>{messages} since the last purchase (no limit).</source>
      <translation>{messages} seit dem letzten Kauf (keine Grenze).</translation>
    </message>
    <message>
      <source>{product} is back.</source>
      <translation>{product} ist wieder da.</translation>
    </message>
    <message>
      <source>{product} went from {before} to {price}.</source>
      <translation>{product} fiel von {before} auf {price}.</translation>
    </message>
    <message>
      <source>“{campaign}” fits better and goes first.</source>
      <translation>„{campaign}“ passt besser und geht vor.</translation>
    </message>
  </context>
  <context>
    <name>ChecksView</name>
    <message>
      <source>&lt;b&gt;No.&lt;/b&gt;</source>
      <translation>&lt;b&gt;Nein.&lt;/b&gt;</translation>
    </message>
    <message>
      <source>&lt;b&gt;No:&lt;/b&gt; {reason}</source>
      <translation>&lt;b&gt;Nein:&lt;/b&gt; {reason}</translation>
    </message>
    <message>
      <source>&lt;b&gt;No:&lt;/b&gt; {reason} Possible again on {day}.</source>
      <translation>&lt;b&gt;Nein:&lt;/b&gt; {reason} Wieder möglich am {day}.</translation>
    </message>
    <message>
      <source>&lt;b&gt;Yes:&lt;/b&gt; “{message}” by {channel}.</source>
      <translation>&lt;b&gt;Ja:&lt;/b&gt; „{message}“ per {channel}.</translation>
    </message>
    <message>
      <source>Being looked up…</source>
      <translation>Wird nachgesehen …</translation>
    </message>
    <message>
      <source>Every check for</source>
      <translation>Jede Prüfung für</translation>
    </message>
    <message>
      <source>Which message</source>
      <translation>Welche Nachricht</translation>
    </message>
    <message>
      <source>Whichever fits</source>
      <translation>Was gerade passt</translation>
    </message>
    <message>
      <source>not asked</source>
      <translation>nicht gefragt</translation>
    </message>
    <message>
      <source>not passed</source>
      <translation>nicht bestanden</translation>
    </message>
    <message>
      <source>passed</source>
      <translation>bestanden</translation>
    </message>
  </context>
  <context>
    <name>Choices</name>
    <message>
      <source>&amp;Less</source>
      <translation>&amp;Weniger</translation>
    </message>
    <message>
      <source>&amp;More…</source>
      <translation>&amp;Mehr…</translation>
    </message>
    <message>
      <source>Amounts in</source>
      <translation>Beträge in</translation>
    </message>
    <message>
      <source>As recognised</source>
      <translation>Wie erkannt</translation>
    </message>
    <message>
      <source>Central Europe (Windows)</source>
      <translation>Mitteleuropa (Windows)</translation>
    </message>
    <message>
      <source>Chinese (Big5)</source>
      <translation>Chinesisch (Big5)</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>Komma</translation>
    </message>
    <message>
      <source>Cyrillic (Windows)</source>
      <translation>Kyrillisch (Windows)</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>Day, month, year</source>
      <translation>Tag, Monat, Jahr</translation>
    </message>
    <message>
      <source>Filled fields</source>
      <translation>Gefüllte Felder</translation>
    </message>
    <message>
      <source>Greek (Windows)</source>
      <translation>Griechisch (Windows)</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Enthält</translation>
    </message>
    <message>
      <source>How dates are written</source>
      <translation>Wie Datumsangaben geschrieben sind</translation>
    </message>
    <message>
      <source>How letters are written</source>
      <translation>Welcher Zeichensatz</translation>
    </message>
    <message>
      <source>Japanese (Shift-JIS)</source>
      <translation>Japanisch (Shift-JIS)</translation>
    </message>
    <message>
      <source>Keep mine</source>
      <translation>Meines behalten</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation>Zeichensatz</translation>
    </message>
    <message>
      <source>Month, day, year</source>
      <translation>Monat, Tag, Jahr</translation>
    </message>
    <message>
      <source>Phones from</source>
      <translation>Telefone aus</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>Semikolon</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Trennzeichen</translation>
    </message>
    <message>
      <source>Sheet</source>
      <translation>Blatt</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tabulator</translation>
    </message>
    <message>
      <source>The shop's country</source>
      <translation>Land des Ladens</translation>
    </message>
    <message>
      <source>The shop's currency</source>
      <translation>Währung des Ladens</translation>
    </message>
    <message>
      <source>Turkish (Windows)</source>
      <translation>Türkisch (Windows)</translation>
    </message>
    <message>
      <source>Unicode (UTF-8)</source>
      <translation>Unicode (UTF-8)</translation>
    </message>
    <message>
      <source>Upright stroke</source>
      <translation>Senkrechter Strich</translation>
    </message>
    <message>
      <source>Use the file</source>
      <translation>Die Datei nehmen</translation>
    </message>
    <message>
      <source>Western Europe (Windows)</source>
      <translation>Westeuropa (Windows)</translation>
    </message>
    <message>
      <source>Western Europe (old Mac)</source>
      <translation>Westeuropa (alter Mac)</translation>
    </message>
    <message>
      <source>What amounts are in</source>
      <translation>Worin Beträge stehen</translation>
    </message>
    <message>
      <source>What separates the columns</source>
      <translation>Was die Spalten trennt</translation>
    </message>
    <message>
      <source>What the file holds</source>
      <translation>Was die Datei enthält</translation>
    </message>
    <message>
      <source>Where both say something</source>
      <translation>Wo beide etwas sagen</translation>
    </message>
    <message>
      <source>Where phone numbers are from</source>
      <translation>Woher Telefonnummern sind</translation>
    </message>
    <message>
      <source>Which sheet is read</source>
      <translation>Welches Blatt gelesen wird</translation>
    </message>
    <message>
      <source>Whichever is newer</source>
      <translation>Was neuer ist</translation>
    </message>
    <message>
      <source>Year, month, day</source>
      <translation>Jahr, Monat, Tag</translation>
    </message>
  </context>
  <context>
    <name>ColumnsPage</name>
    <message numerus="yes">
      <source>%Ln new</source>
      <translation>
        <numerusform>%Ln neu</numerusform>
        <numerusform>%Ln neu</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln not taken</source>
      <translation>
        <numerusform>%Ln nicht übernommen</numerusform>
        <numerusform>%Ln nicht übernommen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln rows</source>
      <translation>
        <numerusform>%Ln Zeile</numerusform>
        <numerusform>%Ln Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln to update</source>
      <translation>
        <numerusform>%Ln zu ändern</numerusform>
        <numerusform>%Ln zu ändern</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln unchanged</source>
      <translation>
        <numerusform>%Ln unverändert</numerusform>
        <numerusform>%Ln unverändert</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Save list of problems…</source>
      <translation>&amp;Problemliste sichern…</translation>
    </message>
    <message>
      <source>Checking the file…</source>
      <translation>Die Datei wird geprüft…</translation>
    </message>
    <message numerus="yes">
      <source>Checking the file… %Ln rows</source>
      <translation>
        <numerusform>Die Datei wird geprüft… %Ln Zeile</numerusform>
        <numerusform>Die Datei wird geprüft… %Ln Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <source>Columns, rows and problems of the file</source>
      <translation>Spalten, Zeilen und Probleme der Datei</translation>
    </message>
    <message>
      <source>First rows</source>
      <translation>Erste Zeilen</translation>
    </message>
    <message>
      <source>Forget it</source>
      <translation>Vergessen</translation>
    </message>
    <message>
      <source>Nothing is written until you press Import, and you can take it back afterwards.</source>
      <translation>Geschrieben wird erst, wenn Sie „Importieren“ drücken, und auch das lässt sich zurücknehmen.</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>Probleme</translation>
    </message>
    <message>
      <source>Problems ({count})</source>
      <translation>Probleme ({count})</translation>
    </message>
    <message>
      <source>Read as you wanted it last time, on {day}.</source>
      <translation>Gelesen, wie Sie es zuletzt wollten, am {day}.</translation>
    </message>
    <message>
      <source>The file has changed since you looked at it. Nothing was imported; this is what it holds now.</source>
      <translation>Die Datei hat sich geändert, seit Sie sie angesehen haben. Nichts wurde importiert; das steht jetzt darin.</translation>
    </message>
    <message>
      <source>There is nothing to import: everything in this file is here already.</source>
      <translation>Es gibt nichts zu importieren: Alles in dieser Datei ist schon da.</translation>
    </message>
    <message>
      <source>There is nothing to import: no row can be taken as it is.</source>
      <translation>Es gibt nichts zu importieren: Keine Zeile lässt sich so übernehmen.</translation>
    </message>
    <message>
      <source>There is nothing to import: the file has no rows of this kind.</source>
      <translation>Es gibt nichts zu importieren: Die Datei hat keine Zeilen dieser Art.</translation>
    </message>
    <message>
      <source>What this file holds was not recognised: choose it under “Holds”.</source>
      <translation>Was diese Datei enthält, wurde nicht erkannt: Wählen Sie es unter „Enthält“.</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Was gefunden wurde</translation>
    </message>
    <message>
      <source>You imported this very file on {day}.</source>
      <translation>Genau diese Datei haben Sie am {day} importiert.</translation>
    </message>
    <message>
      <source>separator “{mark}”</source>
      <translation>Trennzeichen „{mark}“</translation>
    </message>
  </context>
  <context>
    <name>ColumnsTable</name>
    <message numerus="yes">
      <source>%Ln not taken</source>
      <translation>
        <numerusform>%Ln nicht übernommen</numerusform>
        <numerusform>%Ln nicht übernommen</numerusform>
      </translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <source>Column in your file</source>
      <translation>Spalte Ihrer Datei</translation>
    </message>
    <message>
      <source>Columns of the file</source>
      <translation>Spalten der Datei</translation>
    </message>
    <message>
      <source>Do not import</source>
      <translation>Nicht übernehmen</translation>
    </message>
    <message>
      <source>Example</source>
      <translation>Beispiel</translation>
    </message>
    <message>
      <source>Goes to</source>
      <translation>Kommt nach</translation>
    </message>
    <message>
      <source>kept out</source>
      <translation>bleibt draußen</translation>
    </message>
    <message>
      <source>ok</source>
      <translation>gut</translation>
    </message>
    <message>
      <source>read with “{column}”</source>
      <translation>zusammen mit „{column}“</translation>
    </message>
    <message>
      <source>“{column}” goes to</source>
      <translation>„{column}“ kommt nach</translation>
    </message>
  </context>
  <context>
    <name>ConnectionsSection</name>
    <message>
      <source>Automatic messages take the first of these channels that is connected, that the customer agreed to, and for which there is an address.</source>
      <translation>Automatische Nachrichten nehmen den ersten dieser Kanäle, der verbunden ist, dem zugestimmt wurde und für den es eine Adresse gibt.</translation>
    </message>
    <message>
      <source>How may messages go?</source>
      <translation>Wie dürfen Nachrichten gehen?</translation>
    </message>
    <message>
      <source>In your currency, as your provider's price list says; 0 where it costs nothing. Results use it.</source>
      <translation>In Ihrer Währung, wie es in der Preisliste Ihres Anbieters steht; 0, wo es nichts kostet. Die Ergebnisse rechnen damit.</translation>
    </message>
    <message>
      <source>One WhatsApp message</source>
      <translation>Eine WhatsApp-Nachricht</translation>
    </message>
    <message>
      <source>One call</source>
      <translation>Ein Anruf</translation>
    </message>
    <message>
      <source>One part of a text message</source>
      <translation>Ein SMS-Teil</translation>
    </message>
    <message>
      <source>Open the list…</source>
      <translation>Liste öffnen…</translation>
    </message>
    <message>
      <source>Provider for {channel}</source>
      <translation>Anbieter für {channel}</translation>
    </message>
    <message>
      <source>The order of channels was changed.</source>
      <translation>Die Reihenfolge der Kanäle wurde geändert.</translation>
    </message>
    <message>
      <source>This PC has no password store; a key is kept until you close the program, and nothing is sent in the background.</source>
      <translation>Dieser PC hat keinen Passwortspeicher; ein Schlüssel bleibt, bis Sie das Programm beenden, und im Hintergrund wird nichts gesendet.</translation>
    </message>
    <message>
      <source>Use {channel}</source>
      <translation>{channel} verwenden</translation>
    </message>
    <message>
      <source>Way out to the internet</source>
      <translation>Weg ins Internet</translation>
    </message>
    <message>
      <source>What a message costs you</source>
      <translation>Was eine Nachricht Sie kostet</translation>
    </message>
    <message>
      <source>{channel} earlier</source>
      <translation>{channel} nach vorn</translation>
    </message>
  </context>
  <context>
    <name>ConsentAnswers</name>
    <message numerus="yes">
      <source>%Ln rows</source>
      <translation>
        <numerusform>%Ln Zeile</numerusform>
        <numerusform>%Ln Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <source>Means no</source>
      <translation>Heißt Nein</translation>
    </message>
    <message>
      <source>Means yes</source>
      <translation>Heißt Ja</translation>
    </message>
    <message>
      <source>Says nothing</source>
      <translation>Sagt nichts</translation>
    </message>
    <message>
      <source>What means yes?</source>
      <translation>Was heißt Ja?</translation>
    </message>
    <message>
      <source>What “{word}” means</source>
      <translation>Was „{word}“ heißt</translation>
    </message>
    <message>
      <source>“{column}” says who agreed in words of its own. Until you say it, nothing is concluded from them.</source>
      <translation>In „{column}“ steht in eigenen Worten, wer zugestimmt hat. Solange Sie nichts sagen, wird nichts daraus geschlossen.</translation>
    </message>
  </context>
  <context>
    <name>ConsentCard</name>
    <message>
      <source>Agreed to {channel}</source>
      <translation>Zugestimmt: {channel}</translation>
    </message>
    <message>
      <source>Everyone in this file agreed to get messages, and I can prove it</source>
      <translation>Alle in dieser Datei haben Nachrichten zugestimmt, und ich kann es belegen</translation>
    </message>
    <message>
      <source>Say how they may be written to. Nothing was imported.</source>
      <translation>Sagen Sie, auf welchem Weg ihnen geschrieben werden darf. Es wurde nichts importiert.</translation>
    </message>
    <message>
      <source>What they agreed to</source>
      <translation>Wozu zugestimmt wurde</translation>
    </message>
    <message>
      <source>What they agreed to, and where: “Form at the till, 2024”</source>
      <translation>Wozu und wo zugestimmt wurde: „Formular an der Kasse, 2024“</translation>
    </message>
  </context>
  <context>
    <name>CopiesSection</name>
    <message>
      <source>A copy is kept by itself on every day on which the program runs: seven days and four Mondays. It holds everything but the keys of your providers. What is older than 35 days goes.</source>
      <translation>An jedem Tag, an dem das Programm läuft, wird von selbst eine Kopie behalten: sieben Tage und vier Montage. Sie enthält alles außer den Schlüsseln Ihrer Anbieter. Was älter als 35 Tage ist, fällt weg.</translation>
    </message>
    <message>
      <source>A copy was saved: {file}</source>
      <translation>Eine Kopie wurde gesichert: {file}</translation>
    </message>
    <message>
      <source>Before you restore</source>
      <translation>Bevor Sie wiederherstellen</translation>
    </message>
    <message>
      <source>Check this copy</source>
      <translation>Diese Kopie prüfen</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>Kopien</translation>
    </message>
    <message>
      <source>Copies of a shop (*.db)</source>
      <translation>Kopien eines Ladens (*.db)</translation>
    </message>
    <message>
      <source>Copies of your shop</source>
      <translation>Kopien Ihres Ladens</translation>
    </message>
    <message>
      <source>Leave everything as it is</source>
      <translation>Alles lassen, wie es ist</translation>
    </message>
    <message>
      <source>Reading it through…</source>
      <translation>Wird durchgelesen…</translation>
    </message>
    <message>
      <source>Restore a copy</source>
      <translation>Kopie wiederherstellen</translation>
    </message>
    <message>
      <source>Restore another file…</source>
      <translation>Andere Datei wiederherstellen…</translation>
    </message>
    <message>
      <source>Restore it</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Restore this copy…</source>
      <translation>Diese Kopie wiederherstellen…</translation>
    </message>
    <message>
      <source>Restoring…</source>
      <translation>Wird wiederhergestellt…</translation>
    </message>
    <message>
      <source>Save a copy now</source>
      <translation>Jetzt Kopie sichern</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Wird gesichert…</translation>
    </message>
    <message>
      <source>The copy was restored. Sending is paused until you resume.</source>
      <translation>Die Kopie wurde wiederhergestellt. Der Versand ist angehalten, bis Sie ihn fortsetzen.</translation>
    </message>
    <message>
      <source>There is no copy yet.</source>
      <translation>Es gibt noch keine Kopie.</translation>
    </message>
    <message>
      <source>This puts {file} in the place of your shop:</source>
      <translation>{file} tritt an die Stelle Ihres Ladens:</translation>
    </message>
    <message>
      <source>What was there before was too damaged to be copied.</source>
      <translation>Was vorher da war, war zu beschädigt, um kopiert zu werden.</translation>
    </message>
    <message>
      <source>from before a restore</source>
      <translation>von vor einer Wiederherstellung</translation>
    </message>
    <message>
      <source>from before an update</source>
      <translation>von vor einem Update</translation>
    </message>
    <message>
      <source>made by you</source>
      <translation>von Ihnen gemacht</translation>
    </message>
    <message>
      <source>of the day</source>
      <translation>vom Tag</translation>
    </message>
    <message>
      <source>• Everything goes back to what it was then: customers, orders, settings, templates.</source>
      <translation>• Alles wird wieder, wie es damals war: Kunden, Bestellungen, Einstellungen, Vorlagen.</translation>
    </message>
    <message>
      <source>• Sending is paused afterwards, until you resume it.</source>
      <translation>• Der Versand ist danach angehalten, bis Sie ihn fortsetzen.</translation>
    </message>
    <message>
      <source>• What is there now is saved as a copy first, so that you can come back.</source>
      <translation>• Was jetzt da ist, wird vorher als Kopie gesichert, damit Sie zurückkönnen.</translation>
    </message>
    <message>
      <source>• What waited to be sent then is taken out: it may have gone out since.</source>
      <translation>• Was damals auf den Versand wartete, wird herausgenommen: Es kann seither gesendet worden sein.</translation>
    </message>
    <message>
      <source>• Who said no or was forgotten since stays so, and what was sent since stays counted.</source>
      <translation>• Wer seither Nein gesagt hat oder vergessen wurde, bleibt es, und seither Gesendetes bleibt gezählt.</translation>
    </message>
    <message>
      <source>✓ {file} is sound: every page of it can be read.</source>
      <translation>✓ {file} ist in Ordnung: Jede Seite davon lässt sich lesen.</translation>
    </message>
  </context>
  <context>
    <name>Criteria</name>
    <message>
      <source> and </source>
      <translation> und </translation>
    </message>
    <message>
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <source>% of all, by what they spent</source>
      <translation>% aller, nach Ausgaben</translation>
    </message>
    <message>
      <source>% of the usual gap between orders</source>
      <translation>% des üblichen Kaufabstands</translation>
    </message>
    <message>
      <source>Agreed to</source>
      <translation>Zugestimmt</translation>
    </message>
    <message>
      <source>All customers</source>
      <translation>Alle Kunden</translation>
    </message>
    <message>
      <source>Average order</source>
      <translation>Durchschnittliche Bestellung</translation>
    </message>
    <message>
      <source>Best customers</source>
      <translation>Beste Kunden</translation>
    </message>
    <message>
      <source>Category bought</source>
      <translation>Gekaufte Kategorie</translation>
    </message>
    <message>
      <source>City</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <source>First order</source>
      <translation>Erste Bestellung</translation>
    </message>
    <message>
      <source>Fixed list</source>
      <translation>Feste Liste</translation>
    </message>
    <message>
      <source>Got a campaign</source>
      <translation>Bekam eine Kampagne</translation>
    </message>
    <message>
      <source>Has never ordered</source>
      <translation>Hat nie bestellt</translation>
    </message>
    <message>
      <source>Has ordered</source>
      <translation>Hat bestellt</translation>
    </message>
    <message>
      <source>How it is compared</source>
      <translation>Wie verglichen wird</translation>
    </message>
    <message>
      <source>Kind of customer</source>
      <translation>Art des Kunden</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Last contact</source>
      <translation>Letzter Kontakt</translation>
    </message>
    <message>
      <source>Last enquiry</source>
      <translation>Letzte Anfrage</translation>
    </message>
    <message>
      <source>Last order</source>
      <translation>Letzte Bestellung</translation>
    </message>
    <message>
      <source>Looked after by</source>
      <translation>Betreut von</translation>
    </message>
    <message>
      <source>No purchase for</source>
      <translation>Kein Kauf seit</translation>
    </message>
    <message>
      <source>Number of enquiries</source>
      <translation>Zahl der Anfragen</translation>
    </message>
    <message>
      <source>Number of orders</source>
      <translation>Zahl der Bestellungen</translation>
    </message>
    <message>
      <source>Product bought</source>
      <translation>Gekauftes Produkt</translation>
    </message>
    <message>
      <source>Service asked for</source>
      <translation>Angefragte Leistung</translation>
    </message>
    <message>
      <source>Spent in all</source>
      <translation>Ausgaben insgesamt</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <source>Take away: {condition}</source>
      <translation>Wegnehmen: {condition}</translation>
    </message>
    <message>
      <source>What is asked</source>
      <translation>Wonach gefragt wird</translation>
    </message>
    <message>
      <source>and</source>
      <translation>und</translation>
    </message>
    <message>
      <source>at least</source>
      <translation>mindestens</translation>
    </message>
    <message>
      <source>at most</source>
      <translation>höchstens</translation>
    </message>
    <message>
      <source>at some time</source>
      <translation>irgendwann</translation>
    </message>
    <message>
      <source>between</source>
      <translation>zwischen</translation>
    </message>
    <message>
      <source>choose or type</source>
      <translation>wählen oder tippen</translation>
    </message>
    <message>
      <source>choose…</source>
      <translation>wählen…</translation>
    </message>
    <message>
      <source>contains</source>
      <translation>enthält</translation>
    </message>
    <message>
      <source>days ago</source>
      <translation>Tage her</translation>
    </message>
    <message>
      <source>exactly</source>
      <translation>genau</translation>
    </message>
    <message numerus="yes">
      <source>got none of %Ln campaigns</source>
      <translation>
        <numerusform>bekam keine von %Ln Kampagne</numerusform>
        <numerusform>bekam keine von %Ln Kampagnen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>got one of %Ln campaigns</source>
      <translation>
        <numerusform>bekam %Ln bestimmte Kampagne</numerusform>
        <numerusform>bekam eine von %Ln Kampagnen</numerusform>
      </translation>
    </message>
    <message>
      <source>is</source>
      <translation>ist</translation>
    </message>
    <message>
      <source>is given</source>
      <translation>ist angegeben</translation>
    </message>
    <message>
      <source>is known</source>
      <translation>ist bekannt</translation>
    </message>
    <message>
      <source>is none of</source>
      <translation>ist keines von</translation>
    </message>
    <message>
      <source>is not</source>
      <translation>ist nicht</translation>
    </message>
    <message>
      <source>is not given</source>
      <translation>ist nicht angegeben</translation>
    </message>
    <message>
      <source>is not known</source>
      <translation>ist nicht bekannt</translation>
    </message>
    <message>
      <source>is one of</source>
      <translation>ist eines von</translation>
    </message>
    <message>
      <source>less than</source>
      <translation>weniger als</translation>
    </message>
    <message>
      <source>more than</source>
      <translation>mehr als</translation>
    </message>
    <message>
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message numerus="yes">
      <source>none of %Ln chosen customers</source>
      <translation>
        <numerusform>keiner von %Ln gewählten Kunden</numerusform>
        <numerusform>keiner von %Ln gewählten Kunden</numerusform>
      </translation>
    </message>
    <message>
      <source>not ({conditions})</source>
      <translation>nicht ({conditions})</translation>
    </message>
    <message>
      <source>not exactly</source>
      <translation>nicht genau</translation>
    </message>
    <message>
      <source>not {customers}</source>
      <translation>nicht {customers}</translation>
    </message>
    <message numerus="yes">
      <source>one of %Ln chosen customers</source>
      <translation>
        <numerusform>%Ln gewählter Kunde</numerusform>
        <numerusform>einer von %Ln gewählten Kunden</numerusform>
      </translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>{low} and {high}</source>
      <translation>{low} und {high}</translation>
    </message>
  </context>
  <context>
    <name>CriteriaEditor</name>
    <message>
      <source>Add a condition</source>
      <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
      <source>Customers who meet</source>
      <translation>Für die Kunden gilt</translation>
    </message>
    <message>
      <source>How the conditions are joined</source>
      <translation>Wie die Bedingungen verbunden sind</translation>
    </message>
    <message>
      <source>Several conditions with “and” or “or”</source>
      <translation>Mehrere Bedingungen mit „und“ oder „oder“</translation>
    </message>
    <message>
      <source>all of these conditions</source>
      <translation>jede dieser Bedingungen</translation>
    </message>
    <message>
      <source>and who meet</source>
      <translation>und es gilt</translation>
    </message>
    <message>
      <source>at least one of these conditions</source>
      <translation>mindestens eine dieser Bedingungen</translation>
    </message>
    <message>
      <source>none of these conditions</source>
      <translation>keine dieser Bedingungen</translation>
    </message>
  </context>
  <context>
    <name>CustomerPanel</name>
    <message>
      <source>Add tag…</source>
      <translation>Schlagwort…</translation>
    </message>
    <message>
      <source>Agreed to…</source>
      <translation>Zugestimmt…</translation>
    </message>
    <message>
      <source>Choose somebody in the list to see everything about them.</source>
      <translation>Wählen Sie jemanden aus der Liste, um alles über diese Person zu sehen.</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>Kontakt</translation>
    </message>
    <message>
      <source>Data (*.json)</source>
      <translation>Daten (*.json)</translation>
    </message>
    <message>
      <source>Everything that is known about this person, as a file to hand over</source>
      <translation>Alles, was über diese Person bekannt ist, als Datei zum Aushändigen</translation>
    </message>
    <message>
      <source>Export this person's data</source>
      <translation>Daten dieser Person exportieren</translation>
    </message>
    <message>
      <source>Export this person's data…</source>
      <translation>Daten dieser Person exportieren…</translation>
    </message>
    <message>
      <source>Forget…</source>
      <translation>Vergessen…</translation>
    </message>
    <message>
      <source>Log a purchase</source>
      <translation>Kauf eintragen</translation>
    </message>
    <message>
      <source>Merge duplicate…</source>
      <translation>Doppelte zusammenführen…</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>No channel has both an address and an agreement</source>
      <translation>Kein Kanal hat sowohl Adresse als auch Zustimmung</translation>
    </message>
    <message>
      <source>Nobody chosen</source>
      <translation>Niemand gewählt</translation>
    </message>
    <message>
      <source>Opt out</source>
      <translation>Abmelden</translation>
    </message>
    <message>
      <source>The chosen customer</source>
      <translation>Der gewählte Kunde</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>What was agreed to</source>
      <translation>Wozu zugestimmt wurde</translation>
    </message>
    <message>
      <source>Would this customer get a message today?</source>
      <translation>Käme heute eine Nachricht?</translation>
    </message>
    <message>
      <source>Write a note</source>
      <translation>Notiz schreiben</translation>
    </message>
    <message>
      <source>Write now…</source>
      <translation>Jetzt schreiben…</translation>
    </message>
    <message>
      <source>Written to {file}.</source>
      <translation>In {file} geschrieben.</translation>
    </message>
    <message>
      <source>no address known</source>
      <translation>keine Adresse bekannt</translation>
    </message>
    <message>
      <source>{name} gets no more messages.</source>
      <translation>{name} bekommt keine Nachrichten mehr.</translation>
    </message>
  </context>
  <context>
    <name>CustomerPicker</name>
    <message>
      <source>Choose</source>
      <translation>Wählen</translation>
    </message>
    <message>
      <source>Customers found</source>
      <translation>Gefundene Kunden</translation>
    </message>
    <message>
      <source>Find a customer</source>
      <translation>Kunden finden</translation>
    </message>
    <message>
      <source>Name, e-mail or phone</source>
      <translation>Name, E-Mail oder Telefon</translation>
    </message>
    <message>
      <source>Nobody is found. Try fewer letters.</source>
      <translation>Niemand gefunden. Versuchen Sie es mit weniger Buchstaben.</translation>
    </message>
  </context>
  <context>
    <name>Customers</name>
    <message numerus="yes">
      <source>%Ln customers have said more since and stay out.</source>
      <translation>
        <numerusform>%Ln Kunde hat seither mehr gesagt und bleibt abgemeldet.</numerusform>
        <numerusform>%Ln Kunden haben seither mehr gesagt und bleiben abgemeldet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln orders, {money} in all.</source>
      <translation>
        <numerusform>%Ln Bestellung, {money} insgesamt.</numerusform>
        <numerusform>%Ln Bestellungen, {money} insgesamt.</numerusform>
      </translation>
    </message>
    <message>
      <source>Agreed to {channel}</source>
      <translation>Zugestimmt: {channel}</translation>
    </message>
    <message>
      <source>Asked the shop</source>
      <translation>Hat angefragt</translation>
    </message>
    <message>
      <source>Buys most: {things}.</source>
      <translation>Kauft am meisten: {things}.</translation>
    </message>
    <message>
      <source>Came with the file {file}</source>
      <translation>Kam mit der Datei {file}</translation>
    </message>
    <message>
      <source>City</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-Mail</translation>
    </message>
    <message>
      <source>First order</source>
      <translation>Erste Bestellung</translation>
    </message>
    <message>
      <source>Has never bought anything that we know of.</source>
      <translation>Hat unseres Wissens noch nie etwas gekauft.</translation>
    </message>
    <message>
      <source>Last order</source>
      <translation>Letzte Bestellung</translation>
    </message>
    <message numerus="yes">
      <source>Last order %Ln days ago.</source>
      <translation>
        <numerusform>Letzte Bestellung vor %Ln Tag.</numerusform>
        <numerusform>Letzte Bestellung vor %Ln Tagen.</numerusform>
      </translation>
    </message>
    <message>
      <source>Last order today.</source>
      <translation>Letzte Bestellung heute.</translation>
    </message>
    <message>
      <source>Likes: {things}.</source>
      <translation>Mag: {things}.</translation>
    </message>
    <message>
      <source>Message {what}</source>
      <translation>Nachricht {what}</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Never asked: {channels}</source>
      <translation>Nie gefragt: {channels}</translation>
    </message>
    <message>
      <source>Never bought</source>
      <translation>Nie gekauft</translation>
    </message>
    <message>
      <source>No channel with both an address and an agreement</source>
      <translation>Kein Kanal mit Adresse und Zustimmung</translation>
    </message>
    <message>
      <source>Nothing is on file: never asked, so nobody writes to this customer.</source>
      <translation>Nichts liegt vor: nie gefragt, also wird niemand angeschrieben.</translation>
    </message>
    <message>
      <source>Opted out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <source>Order {number}</source>
      <translation>Bestellung {number}</translation>
    </message>
    <message>
      <source>Orders</source>
      <translation>Bestellungen</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telefon</translation>
    </message>
    <message>
      <source>Purchase logged by you</source>
      <translation>Kauf von Ihnen eingetragen</translation>
    </message>
    <message>
      <source>Reachable by</source>
      <translation>Erreichbar über</translation>
    </message>
    <message>
      <source>Said no to {channel}</source>
      <translation>Abgelehnt: {channel}</translation>
    </message>
    <message>
      <source>Spent</source>
      <translation>Umsatz</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <source>The group “{name}” was deleted. Its customers stay.</source>
      <translation>Die Gruppe „{name}“ wurde gelöscht. Ihre Kunden bleiben.</translation>
    </message>
    <message>
      <source>This is the same entry. Choose another one.</source>
      <translation>Das ist derselbe Eintrag. Wählen Sie einen anderen.</translation>
    </message>
    <message numerus="yes">
      <source>Usually buys every %Ln days,</source>
      <translation>
        <numerusform>Kauft meist jeden Tag,</numerusform>
        <numerusform>Kauft meist alle %Ln Tage,</numerusform>
      </translation>
    </message>
    <message>
      <source>Who is the same person as {name}?</source>
      <translation>Wer ist dieselbe Person wie {name}?</translation>
    </message>
    <message>
      <source>a draft</source>
      <translation>ein Entwurf</translation>
    </message>
    <message>
      <source>cancelled</source>
      <translation>storniert</translation>
    </message>
    <message>
      <source>from an imported file</source>
      <translation>aus einer importierten Datei</translation>
    </message>
    <message>
      <source>last time today.</source>
      <translation>zuletzt heute.</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>nicht bekannt</translation>
    </message>
    <message>
      <source>not paid yet</source>
      <translation>noch nicht bezahlt</translation>
    </message>
    <message>
      <source>paid</source>
      <translation>bezahlt</translation>
    </message>
    <message>
      <source>partly refunded</source>
      <translation>teilweise erstattet</translation>
    </message>
    <message>
      <source>refunded</source>
      <translation>erstattet</translation>
    </message>
    <message>
      <source>said by the customer</source>
      <translation>vom Kunden gesagt</translation>
    </message>
    <message numerus="yes">
      <source>silent for %Ln days.</source>
      <translation>
        <numerusform>still seit %Ln Tag.</numerusform>
        <numerusform>still seit %Ln Tagen.</numerusform>
      </translation>
    </message>
    <message>
      <source>told by the provider</source>
      <translation>vom Anbieter gemeldet</translation>
    </message>
    <message>
      <source>voided</source>
      <translation>ungültig</translation>
    </message>
    <message>
      <source>written down by you</source>
      <translation>von Ihnen notiert</translation>
    </message>
    <message>
      <source>{channel} ok</source>
      <translation>{channel} erlaubt</translation>
    </message>
    <message>
      <source>{channel}: bad address</source>
      <translation>{channel}: Adresse falsch</translation>
    </message>
    <message>
      <source>{channel}: no</source>
      <translation>{channel}: nein</translation>
    </message>
    <message>
      <source>{channel}: no on {day} ({source})</source>
      <translation>{channel}: nein am {day} ({source})</translation>
    </message>
    <message>
      <source>{channel}: yes on {day} ({source})</source>
      <translation>{channel}: ja am {day} ({source})</translation>
    </message>
  </context>
  <context>
    <name>CustomersPage</name>
    <message numerus="yes">
      <source>%Ln customers</source>
      <translation>
        <numerusform>%Ln Kunde</numerusform>
        <numerusform>%Ln Kunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln stopped buying</source>
      <translation>
        <numerusform>%Ln kauft nicht mehr</numerusform>
        <numerusform>%Ln kaufen nicht mehr</numerusform>
      </translation>
    </message>
    <message>
      <source>A list</source>
      <translation>Eine Liste</translation>
    </message>
    <message>
      <source>Add customer</source>
      <translation>Kunden hinzufügen</translation>
    </message>
    <message>
      <source>Columns and order</source>
      <translation>Spalten und Reihenfolge</translation>
    </message>
    <message>
      <source>Ctrl+I</source>
      <translation>Strg+I</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <source>Delete group</source>
      <translation>Gruppe löschen</translation>
    </message>
    <message>
      <source>Edit group…</source>
      <translation>Gruppe bearbeiten…</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importieren…</translation>
    </message>
    <message>
      <source>No customer here has “{text}” in the name, e-mail, phone or number.</source>
      <translation>Kein Kunde hier hat „{text}“ in Name, E-Mail, Telefon oder Nummer.</translation>
    </message>
    <message>
      <source>No customer is in this list just now.</source>
      <translation>In dieser Liste ist gerade kein Kunde.</translation>
    </message>
    <message>
      <source>No customer matches this filter and search.</source>
      <translation>Kein Kunde passt zu Filter und Suche.</translation>
    </message>
    <message>
      <source>Nobody found</source>
      <translation>Niemand gefunden</translation>
    </message>
    <message>
      <source>Nobody here</source>
      <translation>Niemand hier</translation>
    </message>
    <message>
      <source>Search customers</source>
      <translation>Kunden suchen</translation>
    </message>
    <message>
      <source>Search name, e-mail, phone</source>
      <translation>Name, E-Mail, Telefon</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
  </context>
  <context>
    <name>CustomersStep</name>
    <message>
      <source>&amp;Look around with sample customers</source>
      <translation>Mit erfundenen Kunden &amp;umsehen</translation>
    </message>
    <message>
      <source>A file with customers, and one with orders: CSV, Excel or LibreOffice, as your shop exports it.</source>
      <translation>Eine Datei mit Kunden und eine mit Bestellungen: CSV, Excel oder LibreOffice, wie Ihr Laden sie exportiert.</translation>
    </message>
    <message>
      <source>A sample shop of 240 invented people with a shop folder of its own. Nothing leaves this PC, and one button removes it without a trace.</source>
      <translation>Ein Beispielladen mit 240 erfundenen Menschen in einem eigenen Ordner. Nichts verlässt diesen PC, und ein Knopf entfernt ihn spurlos.</translation>
    </message>
    <message>
      <source>Bring your customers</source>
      <translation>Holen Sie Ihre Kunden</translation>
    </message>
    <message>
      <source>Choose a &amp;file…</source>
      <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>Datei wählen…</translation>
    </message>
    <message>
      <source>From your shop system</source>
      <translation>Aus Ihrem Ladensystem</translation>
    </message>
    <message>
      <source>Look around with sample customers</source>
      <translation>Mit erfundenen Kunden umsehen</translation>
    </message>
    <message>
      <source>Not yet</source>
      <translation>Noch nicht</translation>
    </message>
    <message>
      <source>With their orders the program sees who stopped buying. Everything stays on this PC, and an import can be taken back.</source>
      <translation>Mit den Bestellungen sieht das Programm, wer nicht mehr kauft. Alles bleibt auf diesem PC, und ein Import lässt sich zurücknehmen.</translation>
    </message>
  </context>
  <context>
    <name>DateQuestion</name>
    <message>
      <source>Day first</source>
      <translation>Tag zuerst</translation>
    </message>
    <message>
      <source>Month first</source>
      <translation>Monat zuerst</translation>
    </message>
    <message>
      <source>Until you choose, dates are read {reading}, and those that can't be stay out.</source>
      <translation>Bis Sie wählen, werden Daten so gelesen: {reading}; was sich so nicht lesen lässt, bleibt draußen.</translation>
    </message>
    <message>
      <source>Until you choose, dates are read {reading}.</source>
      <translation>Bis Sie wählen, werden Daten so gelesen: {reading}.</translation>
    </message>
    <message>
      <source>Until you choose, it counts as {day}.</source>
      <translation>Bis Sie wählen, gilt {day}.</translation>
    </message>
    <message>
      <source>Year first</source>
      <translation>Jahr zuerst</translation>
    </message>
  </context>
  <context>
    <name>DayLines</name>
    <message>
      <source>Bought again</source>
      <translation>Wieder gekauft</translation>
    </message>
    <message>
      <source>Messages per day</source>
      <translation>Nachrichten pro Tag</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>Sent: messages that a provider took that day. Bought again: how many of that day's messages brought the customer back, whenever the purchase was; the latest days still grow. A day has the same figures on Home and in Analytics, and days together are what the tiles say for them.</source>
      <translation>Gesendet: Nachrichten, die ein Anbieter an diesem Tag angenommen hat. Wieder gekauft: wie viele der Nachrichten dieses Tages den Kunden zurückgebracht haben, wann immer der Kauf war; die letzten Tage wachsen noch. Ein Tag hat auf „Start“ und unter „Auswertung“ dieselben Zahlen, und die Tage zusammen sind das, was die Kacheln für sie sagen.</translation>
    </message>
  </context>
  <context>
    <name>DecisionBar</name>
    <message numerus="yes">
      <source>%Ln did not go yet:</source>
      <translation>
        <numerusform>%Ln ging noch nicht hinaus:</numerusform>
        <numerusform>%Ln gingen noch nicht hinaus:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages approved.</source>
      <translation>
        <numerusform>%Ln Nachricht freigegeben.</numerusform>
        <numerusform>%Ln Nachrichten freigegeben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are sent again.</source>
      <translation>
        <numerusform>%Ln Nachricht wird noch einmal gesendet.</numerusform>
        <numerusform>%Ln Nachrichten werden noch einmal gesendet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are tried again.</source>
      <translation>
        <numerusform>%Ln Nachricht wird erneut versucht.</numerusform>
        <numerusform>%Ln Nachrichten werden erneut versucht.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages count as sent.</source>
      <translation>
        <numerusform>%Ln Nachricht gilt als gesendet.</numerusform>
        <numerusform>%Ln Nachrichten gelten als gesendet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages removed.</source>
      <translation>
        <numerusform>%Ln Nachricht entfernt.</numerusform>
        <numerusform>%Ln Nachrichten entfernt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages sent.</source>
      <translation>
        <numerusform>%Ln Nachricht gesendet.</numerusform>
        <numerusform>%Ln Nachrichten gesendet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages wait for your approval now.</source>
      <translation>
        <numerusform>%Ln Nachricht wartet jetzt auf Ihre Freigabe.</numerusform>
        <numerusform>%Ln Nachrichten warten jetzt auf Ihre Freigabe.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln selected</source>
      <translation>
        <numerusform>%Ln ausgewählt</numerusform>
        <numerusform>%Ln ausgewählt</numerusform>
      </translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>Freigeben</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Noch einmal prüfen</translation>
    </message>
    <message>
      <source>Hold back</source>
      <translation>Zurückhalten</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>Noch einmal senden</translation>
    </message>
    <message>
      <source>Send now</source>
      <translation>Jetzt senden</translation>
    </message>
    <message>
      <source>Show the customer</source>
      <translation>Kunden zeigen</translation>
    </message>
    <message>
      <source>Takes them out of the queue (Del)</source>
      <translation>Nimmt sie aus der Warteschlange (Entf)</translation>
    </message>
    <message>
      <source>The provider can't say more. Treat them as sent, unless customers tell you otherwise.</source>
      <translation>Mehr weiß der Anbieter nicht. Werten Sie sie als gesendet, wenn Ihre Kunden nichts anderes sagen.</translation>
    </message>
    <message numerus="yes">
      <source>The provider knew about %Ln of them.</source>
      <translation>
        <numerusform>Von %Ln davon wusste der Anbieter.</numerusform>
        <numerusform>Von %Ln davon wusste der Anbieter.</numerusform>
      </translation>
    </message>
    <message>
      <source>Treat as sent</source>
      <translation>Als gesendet werten</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <source>Why?</source>
      <translation>Warum?</translation>
    </message>
  </context>
  <context>
    <name>DetailView</name>
    <message>
      <source>Begun</source>
      <translation>Begonnen</translation>
    </message>
    <message>
      <source>Copy the words</source>
      <translation>Wortlaut kopieren</translation>
    </message>
    <message>
      <source>From {when} on.</source>
      <translation>Ab {when}.</translation>
    </message>
    <message>
      <source>How did it end?</source>
      <translation>Wie ging es aus?</translation>
    </message>
    <message>
      <source>I did not do it</source>
      <translation>Ich habe es nicht getan</translation>
    </message>
    <message>
      <source>Postal address…</source>
      <translation>Postanschrift…</translation>
    </message>
    <message>
      <source>What to say</source>
      <translation>Was zu sagen ist</translation>
    </message>
  </context>
  <context>
    <name>Differences</name>
    <message>
      <source>= as many as before</source>
      <translation>= so viele wie davor</translation>
    </message>
    <message>
      <source>= as much as before</source>
      <translation>= so viel wie davor</translation>
    </message>
    <message>
      <source>▲ {amount} more than before ({before})</source>
      <translation>▲ {amount} mehr als davor ({before})</translation>
    </message>
    <message>
      <source>▲ {count} more than before ({before})</source>
      <translation>▲ {count} mehr als davor ({before})</translation>
    </message>
    <message>
      <source>▼ {amount} less than before ({before})</source>
      <translation>▼ {amount} weniger als davor ({before})</translation>
    </message>
    <message>
      <source>▼ {count} fewer than before ({before})</source>
      <translation>▼ {count} weniger als davor ({before})</translation>
    </message>
  </context>
  <context>
    <name>Domain</name>
    <message>
      <source>DKIM: no name server answered, so nothing is known.</source>
      <translation>DKIM: Kein Namensserver hat geantwortet, bekannt ist also nichts.</translation>
    </message>
    <message>
      <source>DKIM: the key was withdrawn. Copy the new one from your mail service's page about domains to:</source>
      <translation>DKIM: Der Schlüssel wurde zurückgezogen. Kopieren Sie den neuen von der Domain-Seite Ihres Maildienstes nach:</translation>
    </message>
    <message>
      <source>DKIM: where the key stands only your mail service knows; its page about domains says whether it is there.</source>
      <translation>DKIM: Wo der Schlüssel steht, weiß nur Ihr Maildienst; seine Domain-Seite sagt, ob er da ist.</translation>
    </message>
    <message>
      <source>DKIM: your mails are not signed. Copy the key from your mail service's page about domains to:</source>
      <translation>DKIM: Ihre Mails sind nicht unterschrieben. Kopieren Sie den Schlüssel von der Domain-Seite Ihres Maildienstes nach:</translation>
    </message>
    <message>
      <source>DKIM: your mails are signed.</source>
      <translation>DKIM: Ihre Mails sind unterschrieben.</translation>
    </message>
    <message>
      <source>DMARC: big mail hosts ask for a record that {domain} does not have. Add this one:</source>
      <translation>DMARC: Große Mailanbieter verlangen einen Eintrag, den {domain} nicht hat. Legen Sie diesen an:</translation>
    </message>
    <message>
      <source>DMARC: forged mails in your name are refused.</source>
      <translation>DMARC: Gefälschte Mails in Ihrem Namen werden abgelehnt.</translation>
    </message>
    <message>
      <source>DMARC: no name server answered, so nothing is known.</source>
      <translation>DMARC: Kein Namensserver hat geantwortet, bekannt ist also nichts.</translation>
    </message>
    <message>
      <source>DMARC: the record can't be read. Put this one in its place:</source>
      <translation>DMARC: Der Eintrag ist nicht lesbar. Setzen Sie diesen an seine Stelle:</translation>
    </message>
    <message>
      <source>DMARC: there are several records, and then none of them counts. Keep only this one:</source>
      <translation>DMARC: Es gibt mehrere Einträge, und dann zählt keiner. Behalten Sie nur diesen:</translation>
    </message>
    <message>
      <source>DMARC: there is a record. That is enough.</source>
      <translation>DMARC: Es gibt einen Eintrag. Das genügt.</translation>
    </message>
    <message>
      <source>No mail service may send in the name of {domain}: such mails end up as spam. Use an address of your own domain.</source>
      <translation>Im Namen von {domain} darf kein Maildienst senden: Solche Mails landen im Spam. Nehmen Sie eine Adresse Ihrer eigenen Domain.</translation>
    </message>
    <message>
      <source>SPF: no name server answered, so nothing is known.</source>
      <translation>SPF: Kein Namensserver hat geantwortet, bekannt ist also nichts.</translation>
    </message>
    <message>
      <source>SPF: nothing to do, the service uses a return address of its own.</source>
      <translation>SPF: Nichts zu tun, der Dienst nimmt eine eigene Rücksendeadresse.</translation>
    </message>
    <message>
      <source>SPF: the record does not name your mail service. Put this one in its place:</source>
      <translation>SPF: Der Eintrag nennt Ihren Maildienst nicht. Setzen Sie diesen an seine Stelle:</translation>
    </message>
    <message>
      <source>SPF: the record lets everybody send in your name. Put this one in its place:</source>
      <translation>SPF: Der Eintrag lässt jeden in Ihrem Namen senden. Setzen Sie diesen an seine Stelle:</translation>
    </message>
    <message>
      <source>SPF: there are several records, and then none of them counts. Keep only this one:</source>
      <translation>SPF: Es gibt mehrere Einträge, und dann zählt keiner. Behalten Sie nur diesen:</translation>
    </message>
    <message>
      <source>SPF: your domain says who may send for it.</source>
      <translation>SPF: Ihre Domain sagt, wer für sie senden darf.</translation>
    </message>
    <message>
      <source>SPF: {domain} does not say who may send for it. Add this record where your domain is kept:</source>
      <translation>SPF: {domain} sagt nicht, wer dafür senden darf. Legen Sie dort, wo Ihre Domain verwaltet wird, diesen Eintrag an:</translation>
    </message>
    <message>
      <source>{domain} is nobody's domain; nothing was looked up.</source>
      <translation>{domain} gehört niemandem; es wurde nichts nachgesehen.</translation>
    </message>
    <message>
      <source>{domain} looks after this itself.</source>
      <translation>{domain} kümmert sich selbst darum.</translation>
    </message>
  </context>
  <context>
    <name>DomainView</name>
    <message>
      <source>Asked {when}</source>
      <translation>Gefragt {when}</translation>
    </message>
    <message>
      <source>Copied.</source>
      <translation>Kopiert.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Value (TXT)</source>
      <translation>Wert (TXT)</translation>
    </message>
    <message>
      <source>Your domain {domain}</source>
      <translation>Ihre Domain {domain}</translation>
    </message>
  </context>
  <context>
    <name>DonePage</name>
    <message numerus="yes">
      <source>%Ln as before</source>
      <translation>
        <numerusform>%Ln wie zuvor</numerusform>
        <numerusform>%Ln wie zuvor</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln new</source>
      <translation>
        <numerusform>%Ln neu</numerusform>
        <numerusform>%Ln neu</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln not taken</source>
      <translation>
        <numerusform>%Ln nicht übernommen</numerusform>
        <numerusform>%Ln nicht übernommen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln removed</source>
      <translation>
        <numerusform>%Ln entfernt</numerusform>
        <numerusform>%Ln entfernt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln unchanged</source>
      <translation>
        <numerusform>%Ln unverändert</numerusform>
        <numerusform>%Ln unverändert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln updated</source>
      <translation>
        <numerusform>%Ln geändert</numerusform>
        <numerusform>%Ln geändert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Next file (%Ln left)</source>
      <translation>
        <numerusform>&amp;Nächste Datei (noch %Ln)</numerusform>
        <numerusform>&amp;Nächste Datei (noch %Ln)</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Save list of skipped rows…</source>
      <translation>&amp;Liste der ausgelassenen Zeilen sichern…</translation>
    </message>
    <message>
      <source>&amp;Undo this import</source>
      <translation>Diesen Import &amp;rückgängig machen</translation>
    </message>
    <message>
      <source>Import &amp;another file</source>
      <translation>&amp;Weitere Datei importieren</translation>
    </message>
    <message>
      <source>Imported: {kind}</source>
      <translation>Importiert: {kind}</translation>
    </message>
    <message>
      <source>Next, import their orders, so that you see who stopped buying.</source>
      <translation>Importieren Sie als Nächstes die Bestellungen, um zu sehen, wer nicht mehr kauft.</translation>
    </message>
    <message>
      <source>Show the &amp;rows not taken</source>
      <translation>Nicht übernommene &amp;Zeilen zeigen</translation>
    </message>
    <message>
      <source>The import was taken back</source>
      <translation>Der Import wurde zurückgenommen</translation>
    </message>
  </context>
  <context>
    <name>Exports</name>
    <message>
      <source>A list of card payments names no customers: its orders count as anonymous sales, dated by their settlement. The shop's own orders export says who bought; do not import both.</source>
      <translation>Eine Liste von Kartenzahlungen nennt keine Kunden: Ihre Bestellungen zählen als anonyme Verkäufe, mit dem Tag der Abrechnung. Wer gekauft hat, sagt die Bestellliste des Ladens selbst; importieren Sie nicht beide.</translation>
    </message>
    <message>
      <source>A marketplace does not let its sellers write to its buyers: ask them to agree elsewhere before you write to any of them.</source>
      <translation>Ein Marktplatz lässt Händler seinen Käufern nicht schreiben: Holen Sie deren Zustimmung anderswo ein, bevor Sie jemandem davon schreiben.</translation>
    </message>
    <message>
      <source>AWeber subscribers export</source>
      <translation>AWeber, Abonnenten</translation>
    </message>
    <message>
      <source>ActiveCampaign contacts export</source>
      <translation>ActiveCampaign, Kontakte</translation>
    </message>
    <message>
      <source>Acuity appointments export</source>
      <translation>Acuity, Termine</translation>
    </message>
    <message>
      <source>Airbnb names its guests without their e-mail addresses: who has no phone number in the file cannot be contacted.</source>
      <translation>Airbnb nennt seine Gäste ohne E-Mail-Adresse: Wer in der Datei keine Telefonnummer hat, ist nicht erreichbar.</translation>
    </message>
    <message>
      <source>Airbnb reservations export</source>
      <translation>Airbnb-Reservierungsexport</translation>
    </message>
    <message>
      <source>Amazon does not let sellers write to its buyers: ask them to agree elsewhere before you write to any of them.</source>
      <translation>Amazon lässt Verkäufer nicht an seine Käufer schreiben: Lassen Sie sie anderswo zustimmen, bevor Sie einem von ihnen schreiben.</translation>
    </message>
    <message>
      <source>Amazon orders report</source>
      <translation>Amazon, Bestellbericht</translation>
    </message>
    <message>
      <source>Amazon transaction report</source>
      <translation>Amazon, Transaktionsbericht</translation>
    </message>
    <message>
      <source>BASE orders export</source>
      <translation>BASE, Bestellungen</translation>
    </message>
    <message>
      <source>BigCommerce customers export</source>
      <translation>BigCommerce, Kunden</translation>
    </message>
    <message>
      <source>BigCommerce orders export</source>
      <translation>BigCommerce, Bestellungen</translation>
    </message>
    <message>
      <source>Billbee orders export</source>
      <translation>Billbee, Bestellungen</translation>
    </message>
    <message>
      <source>Brevo contacts export</source>
      <translation>Brevo, Kontakte</translation>
    </message>
    <message>
      <source>CS-Cart orders export</source>
      <translation>CS-Cart, Bestellungen</translation>
    </message>
    <message>
      <source>Calendly events export</source>
      <translation>Calendly, Termine</translation>
    </message>
    <message>
      <source>Campaign Monitor subscribers export</source>
      <translation>Campaign Monitor, Abonnenten</translation>
    </message>
    <message>
      <source>CleverReach recipients export</source>
      <translation>CleverReach, Empfänger</translation>
    </message>
    <message>
      <source>Clover customers export</source>
      <translation>Clover, Kunden</translation>
    </message>
    <message>
      <source>Clover orders export</source>
      <translation>Clover, Bestellungen</translation>
    </message>
    <message>
      <source>Clover's orders name no customers: these sales count as anonymous ones.</source>
      <translation>Die Bestellungen von Clover nennen keine Kunden: Diese Verkäufe zählen als anonyme.</translation>
    </message>
    <message>
      <source>Color Me Shop orders export</source>
      <translation>Color Me Shop, Bestellungen</translation>
    </message>
    <message>
      <source>Constant Contact contacts export</source>
      <translation>Constant Contact, Kontakte</translation>
    </message>
    <message>
      <source>Creema gives no e-mail address. A phone number in it was given for the parcel: ask before you write to it.</source>
      <translation>Creema gibt keine E-Mail-Adressen heraus. Eine Telefonnummer darin wurde für das Paket angegeben: Fragen Sie, bevor Sie dorthin schreiben.</translation>
    </message>
    <message>
      <source>Creema orders export</source>
      <translation>Creema, Bestellungen</translation>
    </message>
    <message>
      <source>DATEV list of account names</source>
      <translation>DATEV, Kontenbeschriftungen</translation>
    </message>
    <message>
      <source>DATEV list of debtors and creditors</source>
      <translation>DATEV, Debitoren und Kreditoren</translation>
    </message>
    <message>
      <source>DATEV stack of bookings</source>
      <translation>DATEV, Buchungsstapel</translation>
    </message>
    <message>
      <source>EC-CUBE members export</source>
      <translation>EC-CUBE, Mitglieder</translation>
    </message>
    <message>
      <source>EC-CUBE orders export</source>
      <translation>EC-CUBE, Bestellungen</translation>
    </message>
    <message>
      <source>EC-CUBE products export</source>
      <translation>EC-CUBE, Produkte</translation>
    </message>
    <message>
      <source>Etsy gives no e-mail address and no phone number: these buyers cannot be contacted.</source>
      <translation>Etsy nennt weder E-Mail-Adresse noch Telefonnummer: Diese Käufer sind nicht erreichbar.</translation>
    </message>
    <message>
      <source>Etsy gives no e-mail address and no phone number: these buyers cannot be contacted. Their purchases are kept and counted.</source>
      <translation>Etsy nennt weder E-Mail-Adresse noch Telefonnummer: Diese Käufer sind nicht erreichbar. Ihre Käufe werden behalten und gezählt.</translation>
    </message>
    <message>
      <source>Etsy list of payments</source>
      <translation>Etsy, Liste der Zahlungen</translation>
    </message>
    <message>
      <source>Etsy listings export</source>
      <translation>Etsy, Artikel</translation>
    </message>
    <message>
      <source>Etsy monthly statement</source>
      <translation>Etsy, Monatsabrechnung</translation>
    </message>
    <message>
      <source>Etsy sold order items</source>
      <translation>Etsy, verkaufte Artikel</translation>
    </message>
    <message>
      <source>Etsy sold orders</source>
      <translation>Etsy, verkaufte Bestellungen</translation>
    </message>
    <message>
      <source>Faire gives no addresses of its retailers in this export: these orders count as anonymous sales.</source>
      <translation>Faire gibt in diesem Export keine Adressen seiner Händler an: Diese Bestellungen zählen als anonyme Verkäufe.</translation>
    </message>
    <message>
      <source>Faire orders export</source>
      <translation>Faire, Bestellungen</translation>
    </message>
    <message>
      <source>Fourthwall names no customers in this export: its orders count as anonymous sales.</source>
      <translation>Fourthwall nennt in dieser Datei keine Kunden: Die Bestellungen zählen als anonyme Verkäufe.</translation>
    </message>
    <message>
      <source>Fourthwall orders export</source>
      <translation>Fourthwall, Bestellungen</translation>
    </message>
    <message>
      <source>FreshBooks clients export</source>
      <translation>FreshBooks, Kunden</translation>
    </message>
    <message>
      <source>FreshBooks invoices export</source>
      <translation>Rechnungsexport von FreshBooks</translation>
    </message>
    <message>
      <source>Fresha appointments export</source>
      <translation>Fresha, Termine</translation>
    </message>
    <message>
      <source>Fresha clients export</source>
      <translation>Fresha, Kunden</translation>
    </message>
    <message>
      <source>Gambio or xt:Commerce customers export</source>
      <translation>Gambio oder xt:Commerce, Kunden</translation>
    </message>
    <message>
      <source>Gambio or xt:Commerce orders export</source>
      <translation>Gambio oder xt:Commerce, Bestellungen</translation>
    </message>
    <message>
      <source>Gambio or xt:Commerce products export</source>
      <translation>Artikelexport aus Gambio oder xt:Commerce</translation>
    </message>
    <message>
      <source>Gelato list of charges</source>
      <translation>Kostenliste von Gelato</translation>
    </message>
    <message>
      <source>GoCardless payments export</source>
      <translation>GoCardless, Zahlungen</translation>
    </message>
    <message>
      <source>Google Contacts export</source>
      <translation>Google Kontakte</translation>
    </message>
    <message>
      <source>Gumroad sales export</source>
      <translation>Gumroad, Verkäufe</translation>
    </message>
    <message>
      <source>Gumroad's amounts are in US dollars.</source>
      <translation>Beträge von Gumroad sind in US-Dollar.</translation>
    </message>
    <message>
      <source>HubSpot contacts export</source>
      <translation>HubSpot, Kontakte</translation>
    </message>
    <message>
      <source>Invoice2go documents export</source>
      <translation>Belegexport von Invoice2go</translation>
    </message>
    <message>
      <source>It books every invoice on several accounts. In Wave choose Sales → Invoices, or Sales → Customers → Export, and import that file.</source>
      <translation>Darin steht jede Rechnung auf mehreren Konten. Wählen Sie in Wave Sales → Invoices oder Sales → Customers → Export und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It counts stock by place, without prices. In Shopify choose Products → Export and import that file.</source>
      <translation>Sie zählt den Bestand je Standort, ohne Preise. Wählen Sie in Shopify Produkte → Exportieren und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It is an account of fees, taxes and deposits, not of orders, and names no buyers. In Etsy choose Shop Manager → Settings → Options → Download Data → Order Items and import that file.</source>
      <translation>Das ist eine Abrechnung von Gebühren, Steuern und Einzahlungen, nicht von Bestellungen, und nennt keine Käufer. Wählen Sie in Etsy Shop-Manager → Einstellungen → Optionen → Daten herunterladen → Bestellartikel und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It is an account of payouts and fees, and Amazon names no buyers in it. Amazon does not let sellers write to its buyers, so there is nobody here to win back.</source>
      <translation>Das ist eine Abrechnung von Auszahlungen und Gebühren, und Amazon nennt darin keine Käufer. Amazon lässt Verkäufer nicht an seine Käufer schreiben; hier gibt es also niemanden zurückzugewinnen.</translation>
    </message>
    <message>
      <source>It is an account of payouts and fees, and names no buyers. In TikTok Seller Center choose Orders → Export and import that file.</source>
      <translation>Das ist eine Abrechnung von Auszahlungen und Gebühren und nennt keine Käufer. Wählen Sie im TikTok Seller Center Orders → Export und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It is an account of payouts and fees, not of orders. In eBay choose Orders → Download report and import that file.</source>
      <translation>Das ist eine Abrechnung von Auszahlungen und Gebühren, nicht von Bestellungen. Wählen Sie bei eBay Bestellungen → Bericht herunterladen und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists agreements to pay, not what was paid. In Stripe choose Payments → Export and import that file.</source>
      <translation>Sie führt Vereinbarungen über Zahlungen auf, nicht, was bezahlt wurde. Wählen Sie in Stripe Zahlungen → Exportieren und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists bookings on accounts, not orders, and names no customers. Export the debtors from DATEV, or the orders from the shop, and import that file.</source>
      <translation>Sie führt Buchungen auf Konten auf, keine Bestellungen, und nennt keine Kunden. Exportieren Sie die Debitoren aus DATEV oder die Bestellungen aus dem Laden und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists card payments and payouts, not orders, and names no customers. In Shopify choose Orders → Export and import that file.</source>
      <translation>Sie führt Kartenzahlungen und Auszahlungen auf, keine Bestellungen, und nennt keine Kunden. Wählen Sie in Shopify Bestellungen → Exportieren und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists carts, most of which were never paid for. In PrestaShop open Orders, export them and import that file.</source>
      <translation>Sie nennt Warenkörbe, von denen die meisten nie bezahlt wurden. Öffnen Sie in PrestaShop „Bestellungen“, exportieren Sie diese und importieren Sie jene Datei.</translation>
    </message>
    <message>
      <source>It lists discounts, not orders, and names no customers. In Shopify choose Orders → Export and import that file.</source>
      <translation>Sie führt Rabatte auf, keine Bestellungen, und nennt keine Kunden. Wählen Sie in Shopify Bestellungen → Exportieren und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists gift cards, not orders. In Shopify choose Customers → Export or Orders → Export and import that file.</source>
      <translation>Sie führt Geschenkgutscheine auf, keine Bestellungen. Wählen Sie in Shopify Kunden → Exportieren oder Bestellungen → Exportieren und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists payments and their fees, and neither what was bought nor how to reach anybody. In Etsy choose Shop Manager → Settings → Options → Download Data → Order Items and import that file.</source>
      <translation>Sie führt Zahlungen und ihre Gebühren auf, aber weder, was gekauft wurde, noch, wie jemand zu erreichen ist. Wählen Sie in Etsy Shop-Manager → Einstellungen → Optionen → Daten herunterladen → Bestellartikel und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists payments, fees and payouts, not orders. Export the orders from the shop itself and import that file.</source>
      <translation>Sie führt Zahlungen, Gebühren und Auszahlungen auf, keine Bestellungen. Exportieren Sie die Bestellungen aus dem Shop selbst und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists payments, fees and transfers to your bank account, not orders. In Stripe choose Payments → Export, or export the orders from the shop, and import that file.</source>
      <translation>Sie führt Zahlungen, Gebühren und Überweisungen auf Ihr Bankkonto auf, keine Bestellungen. Wählen Sie in Stripe Zahlungen → Exportieren, oder exportieren Sie die Bestellungen aus dem Laden, und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists transfers to your bank account, not orders. In Shopify choose Orders → Export and import that file.</source>
      <translation>Sie führt Überweisungen auf Ihr Bankkonto auf, keine Bestellungen. Wählen Sie in Shopify Bestellungen → Exportieren und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists transfers to your bank account, not orders. In Stripe choose Payments → Export, or export the orders from the shop, and import that file.</source>
      <translation>Sie führt Überweisungen auf Ihr Bankkonto auf, keine Bestellungen. Wählen Sie in Stripe Zahlungen → Exportieren, oder exportieren Sie die Bestellungen aus dem Laden, und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists what the printing cost the shop, not what customers paid. Export the orders from the shop and import that file.</source>
      <translation>Darin steht, was der Druck das Geschäft gekostet hat, nicht, was Kunden bezahlt haben. Exportieren Sie die Bestellungen aus dem Shop und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It lists what the shop itself pays, such as for apps and shipping labels, not what customers bought. In Shopify choose Orders → Export and import that file.</source>
      <translation>Sie führt auf, was das Geschäft selbst bezahlt, etwa für Apps und Versandetiketten, nicht, was Kunden gekauft haben. Wählen Sie in Shopify Bestellungen → Exportieren und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It mixes payments, fees and transfers. Export the orders from the shop itself and import that file.</source>
      <translation>Sie mischt Zahlungen, Gebühren und Überweisungen. Exportieren Sie die Bestellungen aus dem Laden selbst und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It mixes what came in with what was paid to others. Export the orders from the shop or the till and import that file.</source>
      <translation>Er mischt Einnahmen mit Zahlungen an andere. Exportieren Sie die Bestellungen aus dem Laden oder der Kasse und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It names accounts, not customers. Export the debtors from DATEV and import that file.</source>
      <translation>Sie nennt Konten, keine Kunden. Exportieren Sie die Debitoren aus DATEV und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>It tells sizes and colours apart, by what each adds to a price. Import the products themselves.</source>
      <translation>Sie unterscheidet Größen und Farben danach, was jede zum Preis hinzufügt. Importieren Sie die Artikel selbst.</translation>
    </message>
    <message>
      <source>Its letters mean: C confirmed, S not confirmed, U unsubscribed, B bounced, P complained. Nobody's agreement was taken from them; those who left are kept out.</source>
      <translation>Die Buchstaben bedeuten: C bestätigt, S nicht bestätigt, U abgemeldet, B zurückgekommen, P beschwert. Niemandes Zustimmung wurde daraus übernommen; wer sich abgemeldet hat, bleibt draußen.</translation>
    </message>
    <message>
      <source>JTL-Wawi customers export</source>
      <translation>JTL-Wawi, Kunden</translation>
    </message>
    <message>
      <source>JTL-Wawi orders export</source>
      <translation>JTL-Wawi, Aufträge</translation>
    </message>
    <message>
      <source>Kaufland sales report</source>
      <translation>Kaufland-Verkaufsbericht</translation>
    </message>
    <message>
      <source>Kit subscribers export</source>
      <translation>Kit, Abonnenten</translation>
    </message>
    <message>
      <source>Klaviyo profiles export</source>
      <translation>Klaviyo, Profile</translation>
    </message>
    <message>
      <source>Ko-fi transactions</source>
      <translation>Ko-fi, Transaktionen</translation>
    </message>
    <message>
      <source>Lexware Office contacts</source>
      <translation>Lexware Office, Kontakte</translation>
    </message>
    <message>
      <source>Lightspeed customers export</source>
      <translation>Lightspeed, Kunden</translation>
    </message>
    <message>
      <source>Lightspeed products export</source>
      <translation>Lightspeed, Produkte</translation>
    </message>
    <message>
      <source>Lightspeed sales history</source>
      <translation>Lightspeed, Verkaufsverlauf</translation>
    </message>
    <message>
      <source>Loyverse customers export</source>
      <translation>Loyverse, Kunden</translation>
    </message>
    <message>
      <source>Loyverse items export</source>
      <translation>Loyverse, Artikel</translation>
    </message>
    <message>
      <source>Loyverse receipts export</source>
      <translation>Loyverse, Belege</translation>
    </message>
    <message>
      <source>MODX miniShop2 orders export</source>
      <translation>MODX miniShop2, Bestellungen</translation>
    </message>
    <message>
      <source>Magento customer list</source>
      <translation>Magento, Kundenliste</translation>
    </message>
    <message>
      <source>Magento customers export</source>
      <translation>Magento, Kunden</translation>
    </message>
    <message>
      <source>Magento list of newsletter subscribers</source>
      <translation>Magento-Liste der Newsletter-Abonnenten</translation>
    </message>
    <message>
      <source>Magento orders export</source>
      <translation>Magento, Bestellungen</translation>
    </message>
    <message>
      <source>Magento products export</source>
      <translation>Magento, Produkte</translation>
    </message>
    <message>
      <source>Mailchimp audience export</source>
      <translation>Mailchimp, Zielgruppe</translation>
    </message>
    <message>
      <source>MailerLite subscribers export</source>
      <translation>MailerLite, Abonnenten</translation>
    </message>
    <message>
      <source>Matrixify orders export</source>
      <translation>Matrixify, Bestellungen</translation>
    </message>
    <message>
      <source>Mautic contacts</source>
      <translation>Mautic, Kontakte</translation>
    </message>
    <message>
      <source>Mercado Libre gives no addresses of its buyers: these sales count as anonymous ones.</source>
      <translation>Mercado Libre gibt keine Adressen seiner Käufer an: Diese Verkäufe zählen als anonyme.</translation>
    </message>
    <message>
      <source>Mercado Libre sales report</source>
      <translation>Mercado Libre, Verkaufsbericht</translation>
    </message>
    <message>
      <source>Mirakl marketplace orders export</source>
      <translation>Mirakl-Marktplatz, Bestellungen</translation>
    </message>
    <message>
      <source>Mollie payments export</source>
      <translation>Mollie, Zahlungen</translation>
    </message>
    <message>
      <source>Nobody in it completed an order. In Shopify choose Orders → Export and import that file.</source>
      <translation>Darin hat niemand eine Bestellung abgeschlossen. Wählen Sie in Shopify Bestellungen → Exportieren und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>OXID customers export</source>
      <translation>OXID, Kunden</translation>
    </message>
    <message>
      <source>OXID orders export</source>
      <translation>OXID, Bestellungen</translation>
    </message>
    <message>
      <source>Odoo products export</source>
      <translation>Odoo-Artikelexport</translation>
    </message>
    <message>
      <source>Odoo sales orders export</source>
      <translation>Odoo, Verkaufsaufträge</translation>
    </message>
    <message>
      <source>Odoo sales orders list</source>
      <translation>Odoo, Liste der Verkaufsaufträge</translation>
    </message>
    <message>
      <source>Odoo's list names customers without their addresses unless “Customer/Email” is exported with it.</source>
      <translation>Die Liste von Odoo nennt Kunden ohne Adressen, wenn „Customer/Email“ nicht mit exportiert wird.</translation>
    </message>
    <message>
      <source>Omnisend contacts export</source>
      <translation>Omnisend, Kontakte</translation>
    </message>
    <message>
      <source>Only debtors (accounts that begin with 1 to 6) are customers; creditors were left out.</source>
      <translation>Nur Debitoren (Konten, die mit 1 bis 6 beginnen) sind Kunden; Kreditoren wurden weggelassen.</translation>
    </message>
    <message>
      <source>Outlook contacts</source>
      <translation>Outlook-Kontakte</translation>
    </message>
    <message>
      <source>Patreon members export</source>
      <translation>Patreon, Mitglieder</translation>
    </message>
    <message>
      <source>PayPal activity report</source>
      <translation>PayPal, Aktivitätsbericht</translation>
    </message>
    <message>
      <source>Payhip sales export</source>
      <translation>Verkaufsexport von Payhip</translation>
    </message>
    <message>
      <source>Pipedrive people export</source>
      <translation>Pipedrive, Personen</translation>
    </message>
    <message>
      <source>PrestaShop addresses</source>
      <translation>PrestaShop, Adressen</translation>
    </message>
    <message>
      <source>PrestaShop customer list</source>
      <translation>PrestaShop, Kundenliste</translation>
    </message>
    <message>
      <source>PrestaShop customers</source>
      <translation>PrestaShop, Kunden</translation>
    </message>
    <message>
      <source>PrestaShop list of carts</source>
      <translation>PrestaShop-Liste der Warenkörbe</translation>
    </message>
    <message>
      <source>PrestaShop list of combinations</source>
      <translation>PrestaShop-Liste von Kombinationen</translation>
    </message>
    <message>
      <source>PrestaShop orders</source>
      <translation>PrestaShop, Bestellungen</translation>
    </message>
    <message>
      <source>PrestaShop products import file</source>
      <translation>PrestaShop-Importdatei für Artikel</translation>
    </message>
    <message>
      <source>QuickBooks report of sales by customer</source>
      <translation>QuickBooks, Bericht der Verkäufe nach Kunden</translation>
    </message>
    <message>
      <source>Rakuten Ichiba orders export</source>
      <translation>Rakuten Ichiba, Bestellungen</translation>
    </message>
    <message>
      <source>Rakuten hides its buyers' addresses behind its own, and does not let shops write to them for other things than the order.</source>
      <translation>Rakuten verbirgt die Adressen seiner Käufer hinter eigenen und lässt Läden ihnen nur wegen der Bestellung schreiben.</translation>
    </message>
    <message>
      <source>STORES orders export</source>
      <translation>STORES, Bestellungen</translation>
    </message>
    <message>
      <source>Salesforce contacts report</source>
      <translation>Salesforce, Kontaktbericht</translation>
    </message>
    <message>
      <source>Shopee hides buyers' addresses and numbers: these buyers cannot be contacted. Their purchases are kept and counted.</source>
      <translation>Shopee verbirgt Adressen und Nummern der Käufer: Diese Käufer lassen sich nicht anschreiben. Ihre Käufe werden behalten und gezählt.</translation>
    </message>
    <message>
      <source>Shopee orders export</source>
      <translation>Shopee, Bestellungen</translation>
    </message>
    <message>
      <source>Shoper products export</source>
      <translation>Shoper, Produkte</translation>
    </message>
    <message>
      <source>Shopify bill</source>
      <translation>Shopify-Rechnung</translation>
    </message>
    <message>
      <source>Shopify customers export</source>
      <translation>Shopify, Kunden</translation>
    </message>
    <message>
      <source>Shopify inventory export</source>
      <translation>Shopify, Lagerbestand</translation>
    </message>
    <message>
      <source>Shopify list of abandoned checkouts</source>
      <translation>Shopify, Liste abgebrochener Bestellungen</translation>
    </message>
    <message>
      <source>Shopify list of discounts</source>
      <translation>Shopify, Liste der Rabatte</translation>
    </message>
    <message>
      <source>Shopify list of gift cards</source>
      <translation>Shopify, Liste der Geschenkgutscheine</translation>
    </message>
    <message>
      <source>Shopify list of payment transactions</source>
      <translation>Shopify, Liste der Zahlungsvorgänge</translation>
    </message>
    <message>
      <source>Shopify list of payouts</source>
      <translation>Shopify, Liste der Auszahlungen</translation>
    </message>
    <message>
      <source>Shopify orders export</source>
      <translation>Shopify, Bestellungen</translation>
    </message>
    <message>
      <source>Shopify products export</source>
      <translation>Shopify, Produkte</translation>
    </message>
    <message>
      <source>Shopware 5 orders export</source>
      <translation>Shopware 5, Bestellungen</translation>
    </message>
    <message>
      <source>Shopware customers export</source>
      <translation>Shopware, Kunden</translation>
    </message>
    <message>
      <source>Shopware newsletter recipients</source>
      <translation>Shopware, Newsletter-Empfänger</translation>
    </message>
    <message>
      <source>Shopware orders export</source>
      <translation>Shopware, Bestellungen</translation>
    </message>
    <message>
      <source>Square customer directory</source>
      <translation>Square, Kundenverzeichnis</translation>
    </message>
    <message>
      <source>Square item library</source>
      <translation>Square, Artikelbibliothek</translation>
    </message>
    <message>
      <source>Square items export</source>
      <translation>Square, Artikel</translation>
    </message>
    <message>
      <source>Square names customers only where they were known at the till; the other sales count as anonymous ones.</source>
      <translation>Square nennt Kunden nur, wo sie an der Kasse bekannt waren; die anderen Verkäufe zählen als anonyme.</translation>
    </message>
    <message>
      <source>Square transactions export</source>
      <translation>Square, Transaktionen</translation>
    </message>
    <message>
      <source>Squarespace contacts export</source>
      <translation>Squarespace, Kontakte</translation>
    </message>
    <message>
      <source>Squarespace orders export</source>
      <translation>Squarespace, Bestellungen</translation>
    </message>
    <message>
      <source>Stripe balance report</source>
      <translation>Stripe, Saldobericht</translation>
    </message>
    <message>
      <source>Stripe customers export</source>
      <translation>Stripe, Kunden</translation>
    </message>
    <message>
      <source>Stripe list of payouts</source>
      <translation>Stripe, Liste der Auszahlungen</translation>
    </message>
    <message>
      <source>Stripe list of subscriptions</source>
      <translation>Stripe, Liste der Abonnements</translation>
    </message>
    <message>
      <source>Stripe payments export</source>
      <translation>Stripe, Zahlungen</translation>
    </message>
    <message>
      <source>Substack subscribers export</source>
      <translation>Substack, Abonnenten</translation>
    </message>
    <message>
      <source>SumUp names no customers: these sales count as anonymous ones. The e-mail in it is the cashier's.</source>
      <translation>SumUp nennt keine Kunden: Diese Verkäufe zählen als anonyme. Die E-Mail darin gehört der Kasse.</translation>
    </message>
    <message>
      <source>SumUp transactions report</source>
      <translation>SumUp, Transaktionsbericht</translation>
    </message>
    <message>
      <source>The program knows this export by the names of its columns only: look at the first rows before you import.</source>
      <translation>Das Programm kennt diesen Export nur nach den Namen seiner Spalten: Sehen Sie sich vor dem Import die ersten Zeilen an.</translation>
    </message>
    <message>
      <source>These are the people in an orders file. Import it as orders too, so that their purchases count.</source>
      <translation>Das sind die Personen aus einer Bestelldatei. Importieren Sie sie auch als Bestellungen, damit ihre Käufe zählen.</translation>
    </message>
    <message>
      <source>This export holds prices without tax.</source>
      <translation>Dieser Export enthält Preise ohne Steuer.</translation>
    </message>
    <message>
      <source>This export names customers without their addresses: its orders count as anonymous sales. An orders export with the billing e-mail lets the program know who bought.</source>
      <translation>Diese Datei nennt Kunden ohne ihre Adressen: Ihre Bestellungen zählen als anonyme Verkäufe. Eine Bestellliste mit der E-Mail der Rechnung sagt dem Programm, wer gekauft hat.</translation>
    </message>
    <message>
      <source>Thunderbird address book</source>
      <translation>Thunderbird-Adressbuch</translation>
    </message>
    <message>
      <source>TikTok Shop hides most buyers' names, addresses and numbers: where they are starred out, a purchase counts as an anonymous sale.</source>
      <translation>TikTok Shop verbirgt die meisten Namen, Adressen und Nummern der Käufer: Wo dort Sternchen stehen, zählt ein Kauf als anonymer Verkauf.</translation>
    </message>
    <message>
      <source>TikTok Shop orders export</source>
      <translation>Bestellexport von TikTok Shop</translation>
    </message>
    <message>
      <source>TikTok Shop settlement report</source>
      <translation>Abrechnungsbericht von TikTok Shop</translation>
    </message>
    <message>
      <source>Toast item selections export</source>
      <translation>Toast, gewählte Artikel</translation>
    </message>
    <message>
      <source>Toast names no guests in this export: these sales count as anonymous ones. Voided items are left out.</source>
      <translation>Toast nennt in diesem Export keine Gäste: Diese Verkäufe zählen als anonyme. Stornierte Artikel bleiben draußen.</translation>
    </message>
    <message>
      <source>Toast order details</source>
      <translation>Toast, Bestellungen</translation>
    </message>
    <message>
      <source>Toast's orders name no customers: these sales count as anonymous ones.</source>
      <translation>Die Bestellungen von Toast nennen keine Kunden: Diese Verkäufe zählen als anonyme.</translation>
    </message>
    <message>
      <source>VTEX orders export</source>
      <translation>VTEX, Bestellungen</translation>
    </message>
    <message>
      <source>Venmo account statement</source>
      <translation>Venmo-Kontoauszug</translation>
    </message>
    <message>
      <source>Vipps settlement report</source>
      <translation>Vipps, Abrechnung</translation>
    </message>
    <message>
      <source>VirtueMart orders export</source>
      <translation>VirtueMart, Bestellungen</translation>
    </message>
    <message>
      <source>Wave customers export</source>
      <translation>Wave, Kunden</translation>
    </message>
    <message>
      <source>Wave list of account transactions</source>
      <translation>Buchungsliste von Wave</translation>
    </message>
    <message>
      <source>Weebly orders export</source>
      <translation>Weebly-Bestellexport</translation>
    </message>
    <message>
      <source>Wix contacts export</source>
      <translation>Wix, Kontakte</translation>
    </message>
    <message>
      <source>Wix orders export</source>
      <translation>Wix, Bestellungen</translation>
    </message>
    <message>
      <source>Wix products export</source>
      <translation>Wix, Produkte</translation>
    </message>
    <message>
      <source>WooCommerce analytics: orders</source>
      <translation>WooCommerce-Auswertung: Bestellungen</translation>
    </message>
    <message>
      <source>WooCommerce customers export</source>
      <translation>WooCommerce, Kunden</translation>
    </message>
    <message>
      <source>WooCommerce orders export</source>
      <translation>WooCommerce, Bestellungen</translation>
    </message>
    <message>
      <source>WooCommerce products export</source>
      <translation>WooCommerce, Produkte</translation>
    </message>
    <message>
      <source>Xero sales invoices export</source>
      <translation>Xero, Ausgangsrechnungen</translation>
    </message>
    <message>
      <source>Zettle names no customers: these sales count as anonymous ones.</source>
      <translation>Zettle nennt keine Kunden: Diese Verkäufe zählen als anonyme.</translation>
    </message>
    <message>
      <source>Zettle sales report</source>
      <translation>Zettle, Verkaufsbericht</translation>
    </message>
    <message>
      <source>Zoho invoices export</source>
      <translation>Zoho, Rechnungen</translation>
    </message>
    <message>
      <source>beehiiv subscribers export</source>
      <translation>beehiiv, Abonnenten</translation>
    </message>
    <message>
      <source>eBay does not let sellers write to its buyers outside of eBay: ask them to agree elsewhere before you write to any of them.</source>
      <translation>eBay lässt Verkäufer nicht außerhalb von eBay an Käufer schreiben: Lassen Sie sie anderswo zustimmen, bevor Sie einem von ihnen schreiben.</translation>
    </message>
    <message>
      <source>eBay list of active listings</source>
      <translation>eBay-Liste der laufenden Angebote</translation>
    </message>
    <message>
      <source>eBay orders report</source>
      <translation>eBay, Bestellbericht</translation>
    </message>
    <message>
      <source>eBay transaction report</source>
      <translation>Transaktionsbericht von eBay</translation>
    </message>
    <message>
      <source>list of card payments</source>
      <translation>Liste von Kartenzahlungen</translation>
    </message>
    <message>
      <source>listmonk subscribers export</source>
      <translation>listmonk, Abonnenten</translation>
    </message>
    <message>
      <source>minne gives no e-mail address. A phone number in it was given for the parcel: ask before you write to it.</source>
      <translation>minne gibt keine E-Mail-Adressen heraus. Eine Telefonnummer darin wurde für das Paket angegeben: Fragen Sie, bevor Sie dorthin schreiben.</translation>
    </message>
    <message>
      <source>minne orders export</source>
      <translation>minne, Bestellungen</translation>
    </message>
    <message>
      <source>subscribers of a WordPress newsletter</source>
      <translation>Abonnenten eines WordPress-Newsletters</translation>
    </message>
    <message>
      <source>systeme.io contacts export</source>
      <translation>systeme.io, Kontakte</translation>
    </message>
  </context>
  <context>
    <name>FaultDialog</name>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <source>Copy the report</source>
      <translation>Bericht kopieren</translation>
    </message>
    <message>
      <source>For your customers nothing changed by it: nobody is written to twice, and what waits still waits.</source>
      <translation>Für Ihre Kunden ändert das nichts: Niemand wird doppelt angeschrieben, und was wartet, wartet weiter.</translation>
    </message>
    <message>
      <source>Go on working</source>
      <translation>Weiterarbeiten</translation>
    </message>
    <message>
      <source>It names places in the program only: no names, addresses, keys or folders.</source>
      <translation>Er nennt nur Stellen im Programm: keine Namen, Adressen, Schlüssel oder Ordner.</translation>
    </message>
    <message>
      <source>Report for support</source>
      <translation>Bericht für den Support</translation>
    </message>
    <message>
      <source>Save it…</source>
      <translation>Sichern…</translation>
    </message>
    <message>
      <source>Save the report</source>
      <translation>Bericht sichern</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
      <source>Something went wrong that the program did not expect</source>
      <translation>Etwas ist schiefgegangen, womit das Programm nicht gerechnet hat</translation>
    </message>
    <message>
      <source>Text (*.txt)</source>
      <translation>Text (*.txt)</translation>
    </message>
    <message>
      <source>What you did last may not have been done; what was saved before is still there.</source>
      <translation>Ihre letzte Handlung wurde vielleicht nicht ausgeführt; was vorher gesichert war, ist noch da.</translation>
    </message>
  </context>
  <context>
    <name>Faults</name>
    <message>
      <source>No channel is chosen: nobody can be written to.</source>
      <translation>Kein Kanal ist gewählt: Niemand kann angeschrieben werden.</translation>
    </message>
    <message>
      <source>No day of the year is left: nothing would ever go.</source>
      <translation>Kein Tag im Jahr bleibt übrig: Nichts ginge je hinaus.</translation>
    </message>
    <message>
      <source>Shorter than your longest pause between allowed days: what waits meanwhile would never go.</source>
      <translation>Kürzer als Ihre längste Lücke zwischen erlaubten Tagen: Was in dieser Zeit wartet, ginge nie hinaus.</translation>
    </message>
    <message>
      <source>Still empty: no e-mail starts without it.</source>
      <translation>Noch leer: Ohne sie geht keine E-Mail hinaus.</translation>
    </message>
    <message>
      <source>Still empty: your customers would not know who writes.</source>
      <translation>Noch leer: Ihre Kunden wüssten nicht, wer schreibt.</translation>
    </message>
    <message>
      <source>The same as the beginning: no hour of the day would be left.</source>
      <translation>Dasselbe wie der Beginn: Keine Stunde des Tages bliebe übrig.</translation>
    </message>
    <message>
      <source>This is less than in 7 days: it is the limit that counts then.</source>
      <translation>Das ist weniger als in 7 Tagen: Dann gilt diese Grenze.</translation>
    </message>
    <message>
      <source>This is not later than “stopped buying”: nobody is left to write to.</source>
      <translation>Das ist nicht später als „kauft nicht mehr“: Niemand bliebe zum Anschreiben.</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>A product that fits</source>
      <translation>Ein passendes Produkt</translation>
    </message>
    <message>
      <source>A product that was looked at</source>
      <translation>Ein angesehenes Produkt</translation>
    </message>
    <message>
      <source>Added on</source>
      <translation>Hinzugefügt am</translation>
    </message>
    <message>
      <source>Agreed to {channel}</source>
      <translation>Zugestimmt: {channel}</translation>
    </message>
    <message>
      <source>Asked about</source>
      <translation>Fragte nach</translation>
    </message>
    <message>
      <source>Birthday</source>
      <translation>Geburtstag</translation>
    </message>
    <message>
      <source>Came from</source>
      <translation>Kam von</translation>
    </message>
    <message>
      <source>Category</source>
      <translation>Kategorie</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>Kanal</translation>
    </message>
    <message>
      <source>City</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Code is good until</source>
      <translation>Code gilt bis</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <source>Currency</source>
      <translation>Währung</translation>
    </message>
    <message>
      <source>Customer number</source>
      <translation>Kundennummer</translation>
    </message>
    <message>
      <source>Customer's name</source>
      <translation>Name des Kunden</translation>
    </message>
    <message>
      <source>Day of last purchase</source>
      <translation>Tag des letzten Kaufs</translation>
    </message>
    <message>
      <source>Day of the last purchase</source>
      <translation>Tag des letzten Kaufs</translation>
    </message>
    <message>
      <source>Days since last purchase</source>
      <translation>Tage seit dem letzten Kauf</translation>
    </message>
    <message>
      <source>Days since the last purchase</source>
      <translation>Tage seit dem letzten Kauf</translation>
    </message>
    <message>
      <source>Discount</source>
      <translation>Rabatt</translation>
    </message>
    <message>
      <source>Discount code</source>
      <translation>Rabattcode</translation>
    </message>
    <message>
      <source>Discount in %</source>
      <translation>Rabatt in %</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-Mail</translation>
    </message>
    <message>
      <source>E-mail address</source>
      <translation>E-Mail-Adresse</translation>
    </message>
    <message>
      <source>Favourite category</source>
      <translation>Lieblingskategorie</translation>
    </message>
    <message>
      <source>First name</source>
      <translation>Vorname</translation>
    </message>
    <message>
      <source>Full name</source>
      <translation>Voller Name</translation>
    </message>
    <message>
      <source>Id for push messages</source>
      <translation>Kennung für Push-Nachrichten</translation>
    </message>
    <message>
      <source>In stock?</source>
      <translation>Vorrätig?</translation>
    </message>
    <message>
      <source>Its address on the web</source>
      <translation>Seine Adresse im Web</translation>
    </message>
    <message>
      <source>Its price</source>
      <translation>Sein Preis</translation>
    </message>
    <message>
      <source>Its price when it was looked at</source>
      <translation>Sein Preis beim Ansehen</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Last contact</source>
      <translation>Letzter Kontakt</translation>
    </message>
    <message>
      <source>Last day of the discount</source>
      <translation>Letzter Tag des Rabatts</translation>
    </message>
    <message>
      <source>Last enquiry</source>
      <translation>Letzte Anfrage</translation>
    </message>
    <message>
      <source>Last name</source>
      <translation>Nachname</translation>
    </message>
    <message>
      <source>Last order on</source>
      <translation>Letzte Bestellung am</translation>
    </message>
    <message>
      <source>Last product</source>
      <translation>Letztes Produkt</translation>
    </message>
    <message>
      <source>Line total</source>
      <translation>Summe der Zeile</translation>
    </message>
    <message>
      <source>Link to the product</source>
      <translation>Link zum Produkt</translation>
    </message>
    <message>
      <source>Looked after by</source>
      <translation>Betreut von</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Number of orders</source>
      <translation>Zahl der Bestellungen</translation>
    </message>
    <message>
      <source>Number of purchases</source>
      <translation>Zahl der Käufe</translation>
    </message>
    <message>
      <source>Number of the wallet pass</source>
      <translation>Nummer des Wallet-Passes</translation>
    </message>
    <message>
      <source>Opted out on</source>
      <translation>Abgemeldet am</translation>
    </message>
    <message>
      <source>Order number</source>
      <translation>Bestellnummer</translation>
    </message>
    <message>
      <source>Order total</source>
      <translation>Bestellsumme</translation>
    </message>
    <message>
      <source>Ordered on</source>
      <translation>Bestellt am</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telefon</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Postcode</source>
      <translation>Postleitzahl</translation>
    </message>
    <message>
      <source>Price</source>
      <translation>Preis</translation>
    </message>
    <message>
      <source>Price before</source>
      <translation>Preis davor</translation>
    </message>
    <message>
      <source>Price each</source>
      <translation>Einzelpreis</translation>
    </message>
    <message>
      <source>Price now</source>
      <translation>Preis jetzt</translation>
    </message>
    <message>
      <source>Price when viewed</source>
      <translation>Preis beim Ansehen</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>Produkt</translation>
    </message>
    <message>
      <source>Product number</source>
      <translation>Produktnummer</translation>
    </message>
    <message>
      <source>Products that fit the customer</source>
      <translation>Produkte, die zum Kunden passen</translation>
    </message>
    <message>
      <source>Push token</source>
      <translation>Push-Token</translation>
    </message>
    <message>
      <source>Push user number</source>
      <translation>Push-Nutzernummer</translation>
    </message>
    <message>
      <source>Quantity</source>
      <translation>Menge</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <source>Refunded</source>
      <translation>Erstattet</translation>
    </message>
    <message>
      <source>SKU</source>
      <translation>SKU</translation>
    </message>
    <message>
      <source>Second line of the address</source>
      <translation>Adresszusatz</translation>
    </message>
    <message>
      <source>Shop's name</source>
      <translation>Name des Ladens</translation>
    </message>
    <message>
      <source>Shop's website</source>
      <translation>Website des Ladens</translation>
    </message>
    <message>
      <source>Since</source>
      <translation>Seit</translation>
    </message>
    <message>
      <source>Spent in all</source>
      <translation>Ausgaben insgesamt</translation>
    </message>
    <message>
      <source>State or region</source>
      <translation>Bundesland oder Region</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Street</source>
      <translation>Straße</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <source>Telephone number</source>
      <translation>Telefonnummer</translation>
    </message>
    <message>
      <source>The product</source>
      <translation>Das Produkt</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Zeitzone</translation>
    </message>
    <message>
      <source>Town</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Units in stock</source>
      <translation>Stück auf Lager</translation>
    </message>
    <message>
      <source>Viewed on</source>
      <translation>Angesehen am</translation>
    </message>
    <message>
      <source>Wallet pass number</source>
      <translation>Wallet-Pass-Nummer</translation>
    </message>
    <message>
      <source>Web address</source>
      <translation>Webadresse</translation>
    </message>
    <message>
      <source>What was asked about</source>
      <translation>Wonach gefragt wurde</translation>
    </message>
    <message>
      <source>What was bought last</source>
      <translation>Was zuletzt gekauft wurde</translation>
    </message>
    <message>
      <source>Who looks after the customer</source>
      <translation>Wer betreut</translation>
    </message>
    <message>
      <source>Your offer</source>
      <translation>Ihr Angebot</translation>
    </message>
  </context>
  <context>
    <name>FilePage</name>
    <message>
      <source>&amp;Paste a table</source>
      <translation>&amp;Tabelle einfügen</translation>
    </message>
    <message>
      <source>CSV, Excel or OpenDocument, straight from your shop system: customers, orders, products, product views, enquiries, wish lists or opt-outs. What a file holds is found out from its columns. A table that you copied from a spreadsheet or a mail can be pasted.</source>
      <translation>CSV, Excel oder OpenDocument, direkt aus Ihrem Ladensystem: Kunden, Bestellungen, Produkte, Produktansichten, Anfragen, Merklisten oder Abmeldungen. Was eine Datei enthält, zeigt sich an ihren Spalten. Eine Tabelle, die Sie aus einem Tabellenprogramm oder einer Mail kopiert haben, lässt sich einfügen.</translation>
    </message>
    <message>
      <source>Choose a &amp;file…</source>
      <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
      <source>Choose files to import</source>
      <translation>Dateien zum Importieren wählen</translation>
    </message>
    <message>
      <source>Ctrl+V</source>
      <translation>Strg+V</translation>
    </message>
    <message>
      <source>Drop files here</source>
      <translation>Dateien hierher ziehen</translation>
    </message>
    <message>
      <source>Nothing is written before you have seen what would happen, and every import can be taken back.</source>
      <translation>Nichts wird geschrieben, bevor Sie gesehen haben, was geschähe, und jeder Import lässt sich zurücknehmen.</translation>
    </message>
    <message>
      <source>Opening “{file}”…</source>
      <translation>„{file}“ wird geöffnet…</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>Tabellen</translation>
    </message>
  </context>
  <context>
    <name>FilterLine</name>
    <message>
      <source>Agreed to no channel</source>
      <translation>Keinem Kanal zugestimmt</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Bearbeiten…</translation>
    </message>
    <message>
      <source>Exactly one order</source>
      <translation>Genau eine Bestellung</translation>
    </message>
    <message>
      <source>First order in the last 30 days</source>
      <translation>Erste Bestellung in den letzten 30 Tagen</translation>
    </message>
    <message>
      <source>Last order less than {days} days ago</source>
      <translation>Letzte Bestellung vor weniger als {days} Tagen</translation>
    </message>
    <message>
      <source>Last order more than {gone} days ago: nobody writes to them by itself</source>
      <translation>Letzte Bestellung vor mehr als {gone} Tagen: Sie werden nicht mehr von selbst angeschrieben</translation>
    </message>
    <message>
      <source>Last order {days} days ago or longer</source>
      <translation>Letzte Bestellung vor {days} Tagen oder länger</translation>
    </message>
    <message>
      <source>Last order {days} days ago or longer: at risk and lost together</source>
      <translation>Letzte Bestellung vor {days} Tagen oder länger: Gefährdete und Verlorene zusammen</translation>
    </message>
    <message>
      <source>Last order {days} to {gone} days ago: can be won back</source>
      <translation>Letzte Bestellung vor {days} bis {gone} Tagen: lassen sich zurückgewinnen</translation>
    </message>
    <message>
      <source>No address that works</source>
      <translation>Keine Adresse, die funktioniert</translation>
    </message>
    <message>
      <source>Nobody: your rules have no limit after which somebody counts as lost</source>
      <translation>Niemand: Ihre Regeln kennen keine Grenze, ab der jemand als verloren gilt</translation>
    </message>
    <message>
      <source>Said no to at least one channel</source>
      <translation>Hat mindestens einem Kanal Nein gesagt</translation>
    </message>
    <message>
      <source>Save as group…</source>
      <translation>Als Gruppe sichern…</translation>
    </message>
    <message>
      <source>The tenth of all who spent most</source>
      <translation>Das Zehntel, das am meisten ausgegeben hat</translation>
    </message>
    <message>
      <source>lost</source>
      <translation>verloren</translation>
    </message>
    <message>
      <source>of them at risk</source>
      <translation>davon gefährdet</translation>
    </message>
  </context>
  <context>
    <name>Findings</name>
    <message>
      <source>A link is not encrypted: {1}. Write https:// in its place.</source>
      <translation>Ein Link ist nicht verschlüsselt: {1}. Schreiben Sie stattdessen https://.</translation>
    </message>
    <message>
      <source>All links are encrypted ({0}).</source>
      <translation>Alle Links sind verschlüsselt ({0}).</translation>
    </message>
    <message>
      <source>It does not say how to stop these messages.</source>
      <translation>Es steht nicht da, wie man diese Nachrichten beendet.</translation>
    </message>
    <message>
      <source>It does not shout.</source>
      <translation>Sie schreit nicht.</translation>
    </message>
    <message>
      <source>It has {0} signs; phones show about {1} of them.</source>
      <translation>Sie hat {0} Zeichen; Telefone zeigen etwa {1} davon.</translation>
    </message>
    <message>
      <source>It is short enough ({0} signs).</source>
      <translation>Sie ist kurz genug ({0} Zeichen).</translation>
    </message>
    <message>
      <source>It is short: SMS parts {0}.</source>
      <translation>Sie ist kurz: SMS-Teile {0}.</translation>
    </message>
    <message>
      <source>It is small enough ({0} kB).</source>
      <translation>Sie ist klein genug ({0} kB).</translation>
    </message>
    <message>
      <source>It is too large ({0} kB): Gmail cuts it off at {1} kB.</source>
      <translation>Sie ist zu groß ({0} kB): Gmail schneidet sie bei {1} kB ab.</translation>
    </message>
    <message>
      <source>It says at once that a computer is calling.</source>
      <translation>Sie sagt sofort, dass ein Computer anruft.</translation>
    </message>
    <message>
      <source>It says how to stop these messages.</source>
      <translation>Sie sagt, wie man diese Nachrichten beendet.</translation>
    </message>
    <message>
      <source>It says who writes.</source>
      <translation>Sie sagt, wer schreibt.</translation>
    </message>
    <message>
      <source>It takes {0} SMS parts; each is paid for.</source>
      <translation>Sie braucht {0} SMS-Teile; jeder kostet.</translation>
    </message>
    <message>
      <source>Its end says how to unsubscribe, and mail programs get a button for it.</source>
      <translation>Ihr Ende sagt, wie man sich abmeldet, und Mailprogramme bekommen dafür einen Knopf.</translation>
    </message>
    <message>
      <source>No words that spam is known for.</source>
      <translation>Keine Worte, für die Spam bekannt ist.</translation>
    </message>
    <message>
      <source>The first sentence should say that a computer is calling; many countries ask for it.</source>
      <translation>Der erste Satz sollte sagen, dass ein Computer anruft; viele Länder verlangen es.</translation>
    </message>
    <message>
      <source>The line below the subject is filled in.</source>
      <translation>Die Zeile unter dem Betreff ist ausgefüllt.</translation>
    </message>
    <message>
      <source>The subject has {0} signs; phones show about {1} of them.</source>
      <translation>Der Betreff hat {0} Zeichen; Telefone zeigen etwa {1} davon.</translation>
    </message>
    <message>
      <source>The subject is short enough for a phone ({0} signs).</source>
      <translation>Der Betreff ist kurz genug für ein Telefon ({0} Zeichen).</translation>
    </message>
    <message>
      <source>The subject shouts (capitals or exclamation marks).</source>
      <translation>Der Betreff schreit (Großbuchstaben oder Ausrufezeichen).</translation>
    </message>
    <message>
      <source>There is no line below the subject: mail programs show the first words instead.</source>
      <translation>Unter dem Betreff steht keine Zeile: Mailprogramme zeigen stattdessen die ersten Worte.</translation>
    </message>
    <message>
      <source>There is no link in it.</source>
      <translation>Sie enthält keinen Link.</translation>
    </message>
    <message>
      <source>These words make mail programs think of spam: {0}.</source>
      <translation>Bei diesen Worten denken Mailprogramme an Spam: {0}.</translation>
    </message>
    <message>
      <source>Your postal address is missing (Settings, Your shop): no e-mail starts without it.</source>
      <translation>Ihre Postanschrift fehlt (Einstellungen, Ihr Laden): Ohne sie geht keine E-Mail hinaus.</translation>
    </message>
    <message>
      <source>Your postal address stands at its end.</source>
      <translation>Ihre Postanschrift steht am Ende.</translation>
    </message>
    <message>
      <source>Your shop has no name yet (Settings, Your shop): nobody would know who writes.</source>
      <translation>Ihr Laden hat noch keinen Namen (Einstellungen, Ihr Laden): Niemand wüsste, wer schreibt.</translation>
    </message>
  </context>
  <context>
    <name>FindingsView</name>
    <message numerus="yes">
      <source>%Ln things to look at</source>
      <translation>
        <numerusform>%Ln Hinweis</numerusform>
        <numerusform>%Ln Hinweise</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln things to mend</source>
      <translation>
        <numerusform>%Ln Fehler zu beheben</numerusform>
        <numerusform>%Ln Fehler zu beheben</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing to mend</source>
      <translation>Nichts zu beheben</translation>
    </message>
    <message>
      <source>There is nothing to check yet: mend the text first.</source>
      <translation>Noch gibt es nichts zu prüfen: Beheben Sie zuerst den Text.</translation>
    </message>
  </context>
  <context>
    <name>FirstRunDialog</name>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;Zurück</translation>
    </message>
    <message>
      <source>&amp;Finish</source>
      <translation>&amp;Fertig</translation>
    </message>
    <message>
      <source>C&amp;ontinue</source>
      <translation>We&amp;iter</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <source>How to write</source>
      <translation>Wie Sie schreiben</translation>
    </message>
    <message>
      <source>S&amp;kip this page</source>
      <translation>Seite ü&amp;berspringen</translation>
    </message>
    <message>
      <source>Stopped buying</source>
      <translation>Kauft nicht mehr</translation>
    </message>
    <message>
      <source>Welcome to Reengage Desktop</source>
      <translation>Willkommen bei Reengage Desktop</translation>
    </message>
    <message>
      <source>Your shop</source>
      <translation>Ihr Laden</translation>
    </message>
  </context>
  <context>
    <name>ForgetDialog</name>
    <message>
      <source>Erased: name, addresses, notes, consents, and the words of every message to this person.</source>
      <translation>Gelöscht: Name, Adressen, Notizen, Zustimmungen und der Wortlaut jeder Nachricht an diese Person.</translation>
    </message>
    <message>
      <source>Forget a customer</source>
      <translation>Einen Kunden vergessen</translation>
    </message>
    <message>
      <source>Forget for good</source>
      <translation>Endgültig vergessen</translation>
    </message>
    <message>
      <source>Forget {name} for good?</source>
      <translation>{name} endgültig vergessen?</translation>
    </message>
    <message>
      <source>Kept: an unreadable mark of the addresses, so that no later import brings the person back.</source>
      <translation>Bleibt: ein unlesbares Merkmal der Adressen, damit ein späterer Import die Person nicht zurückbringt.</translation>
    </message>
    <message>
      <source>Kept: the purchases, as anonymous sales, so that your figures stay right.</source>
      <translation>Bleibt: die Käufe als anonyme Verkäufe, damit Ihre Zahlen stimmen.</translation>
    </message>
    <message>
      <source>The customer was forgotten.</source>
      <translation>Der Kunde wurde vergessen.</translation>
    </message>
    <message>
      <source>This can't be undone.</source>
      <translation>Das lässt sich nicht zurücknehmen.</translation>
    </message>
  </context>
  <context>
    <name>Formats</name>
    <message>
      <source>too few to judge (needs about {count})</source>
      <translation>zu wenige für ein Urteil (nötig sind etwa {count})</translation>
    </message>
  </context>
  <context>
    <name>FunnelCard</name>
    <message>
      <source>(before: {count})</source>
      <translation>(davor: {count})</translation>
    </message>
    <message>
      <source>As soon as messages have gone out, you see here how many arrived, and who came back.</source>
      <translation>Sobald Nachrichten hinausgegangen sind, sehen Sie hier, wie viele angekommen sind und wer zurückgekommen ist.</translation>
    </message>
    <message>
      <source>Bought again</source>
      <translation>Wieder gekauft</translation>
    </message>
    <message>
      <source>Chosen</source>
      <translation>Ausgewählt</translation>
    </message>
    <message>
      <source>Clicked</source>
      <translation>Geklickt</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>Zugestellt</translation>
    </message>
    <message>
      <source>From chosen to bought again</source>
      <translation>Von der Auswahl bis zum Kauf</translation>
    </message>
    <message>
      <source>Messages in which a link was followed.</source>
      <translation>Nachrichten, in denen einem Link gefolgt wurde.</translation>
    </message>
    <message>
      <source>Messages prepared for customers who were due, whether they went out or not.</source>
      <translation>Nachrichten, die für fällige Kunden vorbereitet wurden, ob sie hinausgingen oder nicht.</translation>
    </message>
    <message>
      <source>Messages that a provider took.</source>
      <translation>Nachrichten, die ein Anbieter angenommen hat.</translation>
    </message>
    <message>
      <source>Messages that brought the customer back.</source>
      <translation>Nachrichten, die Kunden zurückgebracht haben.</translation>
    </message>
    <message>
      <source>Messages that the provider says arrived.</source>
      <translation>Nachrichten, die laut Anbieter angekommen sind.</translation>
    </message>
    <message>
      <source>Opened ≈</source>
      <translation>Geöffnet ≈</translation>
    </message>
    <message>
      <source>Rough: many mail programs hide this.</source>
      <translation>Ungenau: Viele Mailprogramme verbergen das.</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>Shares: {few}.</source>
      <translation>Anteile: {few}.</translation>
    </message>
  </context>
  <context>
    <name>FunnelChart</name>
    <message>
      <source>How many</source>
      <translation>Wie viele</translation>
    </message>
    <message>
      <source>In words</source>
      <translation>In Worten</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <source>What it counts</source>
      <translation>Was gezählt wird</translation>
    </message>
  </context>
  <context>
    <name>GoalStep</name>
    <message>
      <source>Description, for yourself</source>
      <translation>Beschreibung, für Sie selbst</translation>
    </message>
    <message>
      <source>Give the campaign a name.</source>
      <translation>Geben Sie der Kampagne einen Namen.</translation>
    </message>
    <message>
      <source>Name of the campaign</source>
      <translation>Name der Kampagne</translation>
    </message>
    <message>
      <source>Only you see this name: it is how you find the campaign again.</source>
      <translation>Nur Sie sehen diesen Namen: Mit ihm finden Sie die Kampagne wieder.</translation>
    </message>
    <message>
      <source>What do you want to reach?</source>
      <translation>Was möchten Sie erreichen?</translation>
    </message>
    <message>
      <source>What is it about, for yourself?</source>
      <translation>Worum geht es, für Sie selbst?</translation>
    </message>
    <message>
      <source>What is it called?</source>
      <translation>Wie heißt sie?</translation>
    </message>
  </context>
  <context>
    <name>GroupDialog</name>
    <message>
      <source>Edit a group</source>
      <translation>Gruppe bearbeiten</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name of the group</source>
      <translation>Name der Gruppe</translation>
    </message>
    <message>
      <source>New group</source>
      <translation>Neue Gruppe</translation>
    </message>
    <message>
      <source>Regulars who went quiet</source>
      <translation>Stammkunden, die still wurden</translation>
    </message>
    <message>
      <source>Save group</source>
      <translation>Gruppe sichern</translation>
    </message>
    <message>
      <source>The group “{name}” was saved.</source>
      <translation>Die Gruppe „{name}“ wurde gesichert.</translation>
    </message>
    <message>
      <source>There is a group of this name already. Choose another name.</source>
      <translation>Eine Gruppe dieses Namens gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
  </context>
  <context>
    <name>HeatMap</name>
    <message>
      <source>All day</source>
      <translation>Ganzer Tag</translation>
    </message>
    <message>
      <source>Busiest: {hour}</source>
      <translation>Am meisten los: {hour}</translation>
    </message>
    <message>
      <source>Weekday</source>
      <translation>Wochentag</translation>
    </message>
  </context>
  <context>
    <name>HelpDialog</name>
    <message>
      <source>A check ran late because the PC was off: it says so among the checks.</source>
      <translation>Eine Prüfung lief verspätet, weil der PC aus war: Es steht bei den Prüfungen.</translation>
    </message>
    <message>
      <source>All your customers. Choose one to see the usual rhythm of buying, what was agreed to and where that is written, and whether a message would go today, check by check.</source>
      <translation>Alle Ihre Kunden. Wählen Sie einen, um zu sehen, wie oft gekauft wird, wozu zugestimmt wurde und wo das steht, und ob heute eine Nachricht käme, Prüfung für Prüfung.</translation>
    </message>
    <message>
      <source>Any chart can be shown as a table, and saved as a table or a picture.</source>
      <translation>Jedes Diagramm lässt sich als Tabelle zeigen und als Tabelle oder Bild sichern.</translation>
    </message>
    <message>
      <source>Approve what is ready: each message is shown as it will leave; all at once or one by one.</source>
      <translation>Freigeben, was bereit ist: Jede Nachricht steht da, wie sie hinausgeht; alle auf einmal oder einzeln.</translation>
    </message>
    <message>
      <source>Change a rule: its figures can be changed on the card. Switch a kind off with its switch.</source>
      <translation>Eine Regel ändern: Ihre Zahlen lassen sich auf der Karte ändern. Der Schalter schaltet eine Art aus.</translation>
    </message>
    <message>
      <source>Change the wording: copy one of ours, then edit the copy. Each saved version can come back.</source>
      <translation>Den Wortlaut ändern: Kopieren Sie einen von unseren und bearbeiten Sie die Kopie. Jede gesicherte Version lässt sich zurückholen.</translation>
    </message>
    <message>
      <source>Connect a mailbox or a service under Connections; Test asks it whether all is well.</source>
      <translation>Verbinden Sie unter Verbindungen ein Postfach oder einen Dienst; Testen fragt nach, ob alles stimmt.</translation>
    </message>
    <message>
      <source>Everything that waits, was sent or went wrong, all checks that ran, and all files you imported. An import can be taken back here.</source>
      <translation>Alles, was wartet, gesendet wurde oder schiefging, alle Prüfungen und alle importierten Dateien. Ein Import lässt sich hier zurücknehmen.</translation>
    </message>
    <message>
      <source>Find somebody: type a name, an e-mail, a phone number or the number in your shop.</source>
      <translation>Jemanden finden: Tippen Sie Name, E-Mail, Telefon oder die Nummer in Ihrem Laden.</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Home shows who stopped buying, what your messages brought back in the last 30 days, and what needs you. Every figure opens the list behind it.</source>
      <translation>Die Startseite zeigt, wer nicht mehr kauft, was Ihre Nachrichten in den letzten 30 Tagen gebracht haben und was Sie tun sollten. Jede Zahl öffnet die Liste dahinter.</translation>
    </message>
    <message>
      <source>Home; 2 to 7 are the pages beside it</source>
      <translation>Start; 2 bis 7 sind die Seiten daneben</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>No more messages wanted: Opt out. All data to be gone: Forget…</source>
      <translation>Jemand will keine Nachrichten mehr: Abmelden. Jemand will alle Daten löschen lassen: Vergessen…</translation>
    </message>
    <message>
      <source>See it as it arrives: send yourself a test.</source>
      <translation>Sehen, wie sie ankommt: Senden Sie sich einen Test.</translation>
    </message>
    <message>
      <source>Set the shop up again…</source>
      <translation>Laden neu einrichten…</translation>
    </message>
    <message>
      <source>Something went wrong: the problems are grouped by cause, each with the one fix.</source>
      <translation>Etwas ging schief: Die Probleme stehen nach Ursache geordnet, jedes mit dem einen Schritt dagegen.</translation>
    </message>
    <message>
      <source>Stop everything at once: Pause all. What waits stays in the queue.</source>
      <translation>Alles auf einmal anhalten: Alles anhalten. Was wartet, bleibt in der Warteschlange.</translation>
    </message>
    <message>
      <source>The words of your messages. Fields in double braces are filled in for each customer; the preview shows how it reads for the one you choose.</source>
      <translation>Die Worte Ihrer Nachrichten. Felder in doppelten Klammern werden für jeden Kunden ausgefüllt; die Vorschau zeigt, wie es sich für den gewählten liest.</translation>
    </message>
    <message>
      <source>Try everything out without sending: Test mode.</source>
      <translation>Alles ohne Senden ausprobieren: Testbetrieb.</translation>
    </message>
    <message>
      <source>What came of your messages. A customer counts as brought back who buys within the days that you set after the last message; the money is counted once, without refunds.</source>
      <translation>Was aus Ihren Nachrichten geworden ist. Als zurückgekommen zählt, wer innerhalb der eingestellten Tage nach der letzten Nachricht kauft; das Geld zählt einmal, ohne Erstattungen.</translation>
    </message>
    <message>
      <source>What is written to whom, and when: the five kinds of messages that the program writes by itself once a day, and campaigns of your own. Nothing is sent before you have seen it, unless you say so.</source>
      <translation>Was an wen geschrieben wird und wann: die fünf Arten von Nachrichten, die das Programm einmal am Tag von selbst schreibt, und Ihre eigenen Kampagnen. Nichts wird gesendet, bevor Sie es gesehen haben, es sei denn, Sie wollen es so.</translation>
    </message>
    <message>
      <source>What this page is for</source>
      <translation>Wozu diese Seite da ist</translation>
    </message>
    <message>
      <source>Where there are too few messages to judge, no rate is shown.</source>
      <translation>Wo es für ein Urteil zu wenige Nachrichten sind, steht keine Quote.</translation>
    </message>
    <message>
      <source>Who stopped buying? The sentence at the top; its buttons show them or write to them.</source>
      <translation>Wer kauft nicht mehr? Der Satz oben sagt es; seine Knöpfe zeigen diese Kunden oder schreiben ihnen.</translation>
    </message>
    <message>
      <source>Why does somebody get no message? Choose the name; every check stands there with its figures.</source>
      <translation>Warum kommt keine Nachricht? Wählen Sie die Person; dort steht jede Prüfung mit ihren Zahlen.</translation>
    </message>
    <message>
      <source>Your shop, the rules for writing, the services that carry your messages, and how the program looks. Changes hold at once and can be undone.</source>
      <translation>Ihr Laden, die Regeln fürs Schreiben, die Dienste, die Ihre Nachrichten befördern, und das Aussehen des Programms. Änderungen gelten sofort und lassen sich zurücknehmen.</translation>
    </message>
    <message>
      <source>go to the notice at the bottom; Escape puts it away</source>
      <translation>zum Hinweis unten; Escape schließt ihn</translation>
    </message>
    <message>
      <source>help of the page in front</source>
      <translation>Hilfe zur Seite vorn</translation>
    </message>
    <message>
      <source>import a file</source>
      <translation>eine Datei importieren</translation>
    </message>
    <message>
      <source>in a list: opens what is chosen; so does Enter</source>
      <translation>in einer Liste: öffnet das Gewählte; Enter auch</translation>
    </message>
    <message>
      <source>new campaign</source>
      <translation>neue Kampagne</translation>
    </message>
    <message>
      <source>quit</source>
      <translation>beenden</translation>
    </message>
    <message>
      <source>read this page again</source>
      <translation>diese Seite neu lesen</translation>
    </message>
    <message>
      <source>search customers</source>
      <translation>Kunden suchen</translation>
    </message>
    <message>
      <source>settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>to the next field; with Shift to the one before</source>
      <translation>zum nächsten Feld; mit Umschalt zum vorigen</translation>
    </message>
    <message>
      <source>undo what was done last</source>
      <translation>das Letzte zurücknehmen</translation>
    </message>
  </context>
  <context>
    <name>HeroCard</name>
    <message numerus="yes">
      <source>&lt;b&gt;%Ln customers stopped buying&lt;/b&gt;</source>
      <translation>
        <numerusform>&lt;b&gt;%Ln Kunde kauft nicht mehr&lt;/b&gt;</numerusform>
        <numerusform>&lt;b&gt;%Ln Kunden kaufen nicht mehr&lt;/b&gt;</numerusform>
      </translation>
    </message>
    <message>
      <source>&lt;b&gt;No orders yet.&lt;/b&gt; Bring them in, and you see who stopped buying.</source>
      <translation>&lt;b&gt;Noch keine Bestellungen.&lt;/b&gt; Holen Sie sie herein, dann sehen Sie, wer nicht mehr kauft.</translation>
    </message>
    <message>
      <source>&lt;b&gt;Nobody stopped buying.&lt;/b&gt; Everybody has bought recently enough.</source>
      <translation>&lt;b&gt;Niemand hat aufgehört zu kaufen.&lt;/b&gt; Alle haben vor Kurzem gekauft.</translation>
    </message>
    <message>
      <source>Import orders…</source>
      <translation>Bestellungen importieren…</translation>
    </message>
    <message>
      <source>Review and win back</source>
      <translation>Prüfen und zurückgewinnen</translation>
    </message>
    <message>
      <source>Show them</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>together they used to spend about {money} a month.</source>
      <translation>zusammen gaben sie etwa {money} im Monat aus.</translation>
    </message>
    <message>
      <source>until then about {money} a month.</source>
      <translation>bis dahin etwa {money} im Monat.</translation>
    </message>
  </context>
  <context>
    <name>HistoryPart</name>
    <message numerus="yes">
      <source>%Ln came back</source>
      <translation>
        <numerusform>%Ln zurückgekommen</numerusform>
        <numerusform>%Ln zurückgekommen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages sent</source>
      <translation>
        <numerusform>%Ln Nachricht gesendet</numerusform>
        <numerusform>%Ln Nachrichten gesendet</numerusform>
      </translation>
    </message>
    <message>
      <source>All customers whom it is meant for were checked</source>
      <translation>Alle Kunden, für die sie gedacht ist, wurden geprüft</translation>
    </message>
    <message>
      <source>Created</source>
      <translation>Angelegt</translation>
    </message>
    <message>
      <source>Ended: nothing more goes out</source>
      <translation>Beendet: Nichts geht mehr hinaus</translation>
    </message>
    <message>
      <source>Paused by itself: too many of its messages were refused</source>
      <translation>Von selbst angehalten: Zu viele ihrer Nachrichten wurden abgelehnt</translation>
    </message>
    <message>
      <source>Paused by you: what waited stayed where it was</source>
      <translation>Von Ihnen angehalten: Was wartete, blieb, wo es war</translation>
    </message>
    <message>
      <source>Put away</source>
      <translation>Ablegen</translation>
    </message>
    <message>
      <source>Resumed</source>
      <translation>Fortgesetzt</translation>
    </message>
    <message>
      <source>Started</source>
      <translation>Gestartet</translation>
    </message>
  </context>
  <context>
    <name>HomePage</name>
    <message>
      <source>Automatic messages are off</source>
      <translation>Automatische Nachrichten sind aus</translation>
    </message>
    <message>
      <source>Bring in the customers and orders from your shop system, and see here who stopped buying. Nothing is sent before you say so.</source>
      <translation>Holen Sie Kunden und Bestellungen aus Ihrem Ladensystem und sehen Sie hier, wer nicht mehr kauft. Nichts wird gesendet, bevor Sie es wollen.</translation>
    </message>
    <message>
      <source>Good afternoon</source>
      <translation>Guten Tag</translation>
    </message>
    <message>
      <source>Good evening</source>
      <translation>Guten Abend</translation>
    </message>
    <message>
      <source>Good morning</source>
      <translation>Guten Morgen</translation>
    </message>
    <message>
      <source>Import customers…</source>
      <translation>Kunden importieren…</translation>
    </message>
    <message>
      <source>Next check {when}</source>
      <translation>Nächste Prüfung {when}</translation>
    </message>
    <message>
      <source>No customers yet</source>
      <translation>Noch keine Kunden</translation>
    </message>
    <message>
      <source>Pause all</source>
      <translation>Alles anhalten</translation>
    </message>
    <message>
      <source>Resume sending</source>
      <translation>Versand fortsetzen</translation>
    </message>
    <message>
      <source>Sending goes on.</source>
      <translation>Der Versand geht weiter.</translation>
    </message>
    <message>
      <source>Sending is paused. Nobody is written to until you resume.</source>
      <translation>Der Versand ist angehalten. Niemand wird angeschrieben, bis Sie ihn fortsetzen.</translation>
    </message>
    <message>
      <source>Sending paused</source>
      <translation>Versand angehalten</translation>
    </message>
    <message>
      <source>Use sample data</source>
      <translation>Beispieldaten verwenden</translation>
    </message>
    <message>
      <source>When messages go, you see here how many, and who bought again.</source>
      <translation>Sobald Nachrichten gehen, sehen Sie hier, wie viele und wer wieder gekauft hat.</translation>
    </message>
  </context>
  <context>
    <name>HoursCard</name>
    <message numerus="yes">
      <source>%Ln purchases</source>
      <translation>
        <numerusform>%Ln Kauf</numerusform>
        <numerusform>%Ln Käufe</numerusform>
      </translation>
    </message>
    <message>
      <source>Orders that have a time of day show here when customers like to buy.</source>
      <translation>Bestellungen mit Uhrzeit zeigen hier, wann Ihre Kunden gern kaufen.</translation>
    </message>
    <message>
      <source>Purchases with a time of day, {when}, in the shop's time zone.</source>
      <translation>Käufe mit Uhrzeit, {when}, in der Zeitzone des Ladens.</translation>
    </message>
    <message>
      <source>When customers buy</source>
      <translation>Wann Kunden kaufen</translation>
    </message>
  </context>
  <context>
    <name>ImportCauses</name>
    <message>
      <source>A cell on line {line} is longer than a million characters.</source>
      <translation>In Zeile {line} ist eine Zelle länger als eine Million Zeichen.</translation>
    </message>
    <message>
      <source>A quotation mark is opened on line {line} and never closed.</source>
      <translation>In Zeile {line} beginnt ein Anführungszeichen, das nie geschlossen wird.</translation>
    </message>
    <message>
      <source>No customer of the shop has this number: nobody was opted out. Import the customers first, then this list again.</source>
      <translation>Niemand im Geschäft hat diese Kundennummer: Niemand wurde abgemeldet. Importieren Sie zuerst die Kunden, dann diese Liste noch einmal.</translation>
    </message>
    <message>
      <source>There is no customer number, e-mail address or phone number that can be used.</source>
      <translation>Es gibt keine brauchbare Kundennummer, E-Mail-Adresse oder Telefonnummer.</translation>
    </message>
    <message>
      <source>There is no date.</source>
      <translation>Es gibt kein Datum.</translation>
    </message>
    <message>
      <source>There is no e-mail address or phone number that can be used.</source>
      <translation>Es gibt keine brauchbare E-Mail-Adresse oder Telefonnummer.</translation>
    </message>
    <message>
      <source>There is no time of the view.</source>
      <translation>Die Zeit des Ansehens fehlt.</translation>
    </message>
    <message>
      <source>There is nothing that names the product.</source>
      <translation>Nichts nennt das Produkt.</translation>
    </message>
    <message>
      <source>This customer asked to be forgotten; nothing is taken in again.</source>
      <translation>Diese Person wollte vergessen werden; von ihr wird nichts mehr übernommen.</translation>
    </message>
    <message>
      <source>This line belongs to another table below the first: save that one as a file of its own.</source>
      <translation>Diese Zeile gehört zu einer zweiten Tabelle unter der ersten: Speichern Sie jene als eigene Datei.</translation>
    </message>
    <message>
      <source>This line has {cells} cells where the header has {header}: a cell is missing, so it is unclear which value belongs where.</source>
      <translation>Diese Zeile hat {cells} Zellen, die Kopfzeile {header}: Eine Zelle fehlt, deshalb ist unklar, welcher Wert wohin gehört.</translation>
    </message>
    <message>
      <source>This line has {cells} cells where the header has {header}: a separator inside a cell needs quotation marks around it.</source>
      <translation>Diese Zeile hat {cells} Zellen, die Kopfzeile {header}: Ein Trennzeichen in einer Zelle braucht Anführungszeichen darum.</translation>
    </message>
    <message>
      <source>This line repeats the names of the columns: two files may stand in this one, one after the other.</source>
      <translation>Diese Zeile wiederholt die Namen der Spalten: Vielleicht stehen in dieser Datei zwei hintereinander.</translation>
    </message>
    <message>
      <source>This line sums up the others; it is no record.</source>
      <translation>Diese Zeile zählt die anderen zusammen; sie ist kein Eintrag.</translation>
    </message>
    <message>
      <source>This refund is in another currency than its order. It was left out.</source>
      <translation>Diese Erstattung hat eine andere Währung als ihre Bestellung. Sie wurde weggelassen.</translation>
    </message>
    <message>
      <source>This row belongs to an order whose first row was rejected.</source>
      <translation>Diese Zeile gehört zu einer Bestellung, deren erste Zeile nicht übernommen wurde.</translation>
    </message>
    <message>
      <source>This row is in another currency than the rows above of its order. Its amount was left out.</source>
      <translation>Diese Zeile hat eine andere Währung als die Zeilen darüber in derselben Bestellung. Ihr Betrag wurde ausgelassen.</translation>
    </message>
    <message>
      <source>What a record needs is missing.</source>
      <translation>Es fehlt, was ein Eintrag braucht.</translation>
    </message>
    <message>
      <source>a spreadsheet program shortened this number; export it again as text</source>
      <translation>ein Tabellenprogramm hat diese Nummer verkürzt; exportieren Sie sie noch einmal als Text</translation>
    </message>
    <message>
      <source>this channel is not known; the opt-out was taken for every channel</source>
      <translation>dieser Kanal ist unbekannt; die Abmeldung gilt für jeden Kanal</translation>
    </message>
    <message>
      <source>this is no amount that can be read</source>
      <translation>das ist kein lesbarer Betrag</translation>
    </message>
    <message>
      <source>this is no currency code</source>
      <translation>das ist kein Währungscode</translation>
    </message>
    <message>
      <source>this is no date that can be read</source>
      <translation>das ist kein lesbares Datum</translation>
    </message>
    <message>
      <source>this is no e-mail address</source>
      <translation>das ist keine E-Mail-Adresse</translation>
    </message>
    <message>
      <source>this is no phone number that can be reached</source>
      <translation>das ist keine erreichbare Telefonnummer</translation>
    </message>
    <message>
      <source>this time zone is not known</source>
      <translation>diese Zeitzone ist unbekannt</translation>
    </message>
    <message>
      <source>“{cell}”: {cause}.</source>
      <translation>„{cell}“: {cause}.</translation>
    </message>
  </context>
  <context>
    <name>ImportDialog</name>
    <message numerus="yes">
      <source>%Ln files of those you chose were not looked at.</source>
      <translation>
        <numerusform>%Ln der gewählten Dateien wurde nicht angesehen.</numerusform>
        <numerusform>%Ln der gewählten Dateien wurden nicht angesehen.</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;Zurück</translation>
    </message>
    <message>
      <source>&amp;Cancel</source>
      <translation>&amp;Abbrechen</translation>
    </message>
    <message>
      <source>&amp;Close</source>
      <translation>&amp;Schließen</translation>
    </message>
    <message>
      <source>&amp;Import</source>
      <translation>&amp;Importieren</translation>
    </message>
    <message>
      <source>1 File</source>
      <translation>1 Datei</translation>
    </message>
    <message>
      <source>2 Columns and check</source>
      <translation>2 Spalten und Prüfung</translation>
    </message>
    <message>
      <source>3 Import</source>
      <translation>3 Import</translation>
    </message>
    <message>
      <source>4 Done</source>
      <translation>4 Fertig</translation>
    </message>
    <message>
      <source>Cancelled. Nothing was changed.</source>
      <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>Import a file</source>
      <translation>Datei importieren</translation>
    </message>
    <message>
      <source>Import from “{file}”</source>
      <translation>Import aus „{file}“</translation>
    </message>
    <message>
      <source>Import from “{file}” ({number} of {all})</source>
      <translation>Import aus „{file}“ ({number} von {all})</translation>
    </message>
    <message>
      <source>Pasted table</source>
      <translation>Eingefügte Tabelle</translation>
    </message>
    <message>
      <source>The import was cancelled. Nothing was changed.</source>
      <translation>Der Import wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>There is no table to paste: copy its cells with their headings first.</source>
      <translation>Es gibt keine Tabelle zum Einfügen: Kopieren Sie zuerst ihre Zellen mit den Überschriften.</translation>
    </message>
    <message>
      <source>This is a link, and nothing is fetched from the internet here: download the file first, then drop it here.</source>
      <translation>Das ist ein Link, und hier wird nichts aus dem Internet geholt: Laden Sie die Datei zuerst herunter und ziehen Sie sie dann hierher.</translation>
    </message>
  </context>
  <context>
    <name>ImportRows</name>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
  </context>
  <context>
    <name>ImportSentences</name>
    <message>
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customer numbers stand for several people: left out, and these people are told apart by their e-mail.</source>
      <translation>
        <numerusform>%Ln Kundennummer steht für mehrere Personen: Sie wurde weggelassen, und diese Personen werden an ihrer E-Mail unterschieden.</numerusform>
        <numerusform>%Ln Kundennummern stehen für mehrere Personen: Sie wurden weggelassen, und diese Personen werden an ihrer E-Mail unterschieden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers agreed, but somebody with the same phone number or e-mail address said no: nobody is written to there.</source>
      <translation>
        <numerusform>%Ln Kunde hat zugestimmt, aber jemand mit derselben Telefonnummer oder E-Mail-Adresse hat abgelehnt: Dorthin wird niemandem geschrieben.</numerusform>
        <numerusform>%Ln Kunden haben zugestimmt, aber jemand mit derselben Telefonnummer oder E-Mail-Adresse hat abgelehnt: Dorthin wird niemandem geschrieben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers have neither e-mail nor phone: kept, but not reachable.</source>
      <translation>
        <numerusform>%Ln Kunde hat weder E-Mail noch Telefon: behalten, aber nicht erreichbar.</numerusform>
        <numerusform>%Ln Kunden haben weder E-Mail noch Telefon: behalten, aber nicht erreichbar.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers or products stay: later orders, views or messages refer to them.</source>
      <translation>
        <numerusform>%Ln Kunde oder Produkt bleibt: Spätere Bestellungen, Ansichten oder Nachrichten beziehen sich darauf.</numerusform>
        <numerusform>%Ln Kunden oder Produkte bleiben: Spätere Bestellungen, Ansichten oder Nachrichten beziehen sich darauf.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers who stood in the shop under two entries became one: this file shows that both are the same person.</source>
      <translation>
        <numerusform>%Ln Kunde, der unter zwei Einträgen im Laden stand, wurde einer: Diese Datei zeigt, dass beide dieselbe Person sind.</numerusform>
        <numerusform>%Ln Kunden, die unter je zwei Einträgen im Laden standen, wurden je einer: Diese Datei zeigt, dass beide dieselbe Person sind.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln damaged characters in this file are shown as �.</source>
      <translation>
        <numerusform>%Ln beschädigtes Zeichen in dieser Datei wird als � gezeigt.</numerusform>
        <numerusform>%Ln beschädigte Zeichen in dieser Datei werden als � gezeigt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln dates of this sheet had day and month exchanged, as a spreadsheet program does when it opens a file of another country; they were read the right way round. Look whether they are right.</source>
      <translation>
        <numerusform>Bei %Ln Datum dieses Blatts waren Tag und Monat vertauscht, wie es ein Tabellenprogramm tut, das eine Datei aus einem anderen Land öffnet; es wurde richtig herum gelesen. Sehen Sie nach, ob es stimmt.</numerusform>
        <numerusform>Bei %Ln Daten dieses Blatts waren Tag und Monat vertauscht, wie es ein Tabellenprogramm tut, das eine Datei aus einem anderen Land öffnet; sie wurden richtig herum gelesen. Sehen Sie nach, ob sie stimmen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln e-mail addresses carry many different names: nobody is joined by them and nobody is written to there.</source>
      <translation>
        <numerusform>%Ln E-Mail-Adresse trägt viele verschiedene Namen: Niemand wird danach zusammengeführt und dort niemand angeschrieben.</numerusform>
        <numerusform>%Ln E-Mail-Adressen tragen viele verschiedene Namen: Niemand wird danach zusammengeführt und dort niemand angeschrieben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln formulas of this workbook have no result and were read as blank. Open it in a spreadsheet program, save it, and import it again.</source>
      <translation>
        <numerusform>%Ln Formel dieser Arbeitsmappe hat kein Ergebnis und wurde als leer gelesen. Öffnen Sie die Mappe in einer Tabellenkalkulation, sichern Sie sie, und importieren Sie sie noch einmal.</numerusform>
        <numerusform>%Ln Formeln dieser Arbeitsmappe haben kein Ergebnis und wurden als leer gelesen. Öffnen Sie die Mappe in einer Tabellenkalkulation, sichern Sie sie, und importieren Sie sie noch einmal.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln lines above the header were left out.</source>
      <translation>
        <numerusform>%Ln Zeile über der Kopfzeile wurde weggelassen.</numerusform>
        <numerusform>%Ln Zeilen über der Kopfzeile wurden weggelassen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln mentions of people who asked to be forgotten stayed out: nothing of theirs is taken in again.</source>
      <translation>
        <numerusform>%Ln Erwähnung von jemandem, der vergessen werden wollte, blieb draußen: Davon wird nichts wieder aufgenommen.</numerusform>
        <numerusform>%Ln Erwähnungen von Personen, die vergessen werden wollten, blieben draußen: Von ihnen wird nichts wieder aufgenommen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln of {all} new orders that were compared are of the same customer, day and amount as orders that the shop has under other numbers. Where two files tell of the same purchases (a list of payments beside the shop's own orders), import one of them only: each purchase would count twice.</source>
      <translation>
        <numerusform>%Ln von {all} verglichenen neuen Bestellungen ist von derselben Person, vom selben Tag und über denselben Betrag wie Bestellungen, die das Geschäft unter anderen Nummern schon hat. Wenn zwei Dateien von denselben Käufen erzählen (eine Liste der Zahlungen neben den Bestellungen des Geschäfts), importieren Sie nur eine davon: Jeder Kauf würde doppelt zählen.</numerusform>
        <numerusform>%Ln von {all} verglichenen neuen Bestellungen sind von derselben Person, vom selben Tag und über denselben Betrag wie Bestellungen, die das Geschäft unter anderen Nummern schon hat. Wenn zwei Dateien von denselben Käufen erzählen (eine Liste der Zahlungen neben den Bestellungen des Geschäfts), importieren Sie nur eine davon: Jeder Kauf würde doppelt zählen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln orders are in {currency}: counted as purchases, but left out of sums, which are in {base}.</source>
      <translation>
        <numerusform>%Ln Bestellung ist in {currency}: Sie zählt als Kauf, fehlt aber in Summen, die in {base} sind.</numerusform>
        <numerusform>%Ln Bestellungen sind in {currency}: Sie zählen als Käufe, fehlen aber in Summen, die in {base} sind.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln orders bear the number of an order of another day: kept apart, with the day behind the number.</source>
      <translation>
        <numerusform>%Ln Bestellung trägt die Nummer einer Bestellung von einem anderen Tag: getrennt geführt, mit dem Tag hinter der Nummer.</numerusform>
        <numerusform>%Ln Bestellungen tragen die Nummer einer Bestellung von einem anderen Tag: getrennt geführt, mit dem Tag hinter der Nummer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln orders name nobody: counted in the shop's totals only.</source>
      <translation>
        <numerusform>%Ln Bestellung nennt niemanden: Sie zählt nur in den Summen des Ladens.</numerusform>
        <numerusform>%Ln Bestellungen nennen niemanden: Sie zählen nur in den Summen des Ladens.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln orders stand here in another state than in a newer file: kept as the newer file told.</source>
      <translation>
        <numerusform>%Ln Bestellung steht hier in einem anderen Zustand als in einer neueren Datei: Sie bleibt, wie die neuere sie nennt.</numerusform>
        <numerusform>%Ln Bestellungen stehen hier in einem anderen Zustand als in einer neueren Datei: Sie bleiben, wie die neuere sie nennt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln products named here are in no list of products yet: nobody is told of their prices and stock.</source>
      <translation>
        <numerusform>%Ln hier genanntes Produkt steht noch in keiner Produktliste: Niemand erfährt von seinem Preis und Bestand.</numerusform>
        <numerusform>%Ln hier genannte Produkte stehen noch in keiner Produktliste: Niemand erfährt von ihren Preisen und Beständen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln rows came twice in this export and counted once.</source>
      <translation>
        <numerusform>%Ln Zeile kam in dieser Datei doppelt und zählt einmal.</numerusform>
        <numerusform>%Ln Zeilen kamen in dieser Datei doppelt und zählen einmal.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln rows named somebody who stands in another row: joined into one.</source>
      <translation>
        <numerusform>%Ln Zeile nannte jemanden, der schon in einer anderen steht: zusammengeführt.</numerusform>
        <numerusform>%Ln Zeilen nannten jemanden, der schon in einer anderen steht: zusammengeführt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln rows of this sheet are hidden, as by a filter; they were read too. To leave them out, copy the rows that are shown into a workbook of their own.</source>
      <translation>
        <numerusform>%Ln Zeile dieses Blatts ist ausgeblendet, etwa durch einen Filter; auch sie wurde gelesen. Soll sie draußen bleiben, kopieren Sie die sichtbaren Zeilen in eine eigene Arbeitsmappe.</numerusform>
        <numerusform>%Ln Zeilen dieses Blatts sind ausgeblendet, etwa durch einen Filter; auch sie wurden gelesen. Sollen sie draußen bleiben, kopieren Sie die sichtbaren Zeilen in eine eigene Arbeitsmappe.</numerusform>
      </translation>
    </message>
    <message>
      <source>A newer file with these columns was imported before: customers who were changed since keep their names, addresses and phones.</source>
      <translation>Eine neuere Datei mit diesen Spalten wurde schon importiert: Kunden, die sich seither geändert haben, behalten Namen, Adressen und Telefonnummern.</translation>
    </message>
    <message>
      <source>A newer file with these columns was imported before: products that the shop knows keep their names, prices and stock.</source>
      <translation>Eine neuere Datei mit diesen Spalten wurde schon importiert: Artikel, die das Geschäft kennt, behalten Namen, Preis und Bestand.</translation>
    </message>
    <message>
      <source>An amount in this file is too large to be one. Nothing was imported; check that the columns are the right ones.</source>
      <translation>Ein Betrag in dieser Datei ist zu groß, um einer zu sein. Nichts wurde importiert; prüfen Sie, ob die Spalten die richtigen sind.</translation>
    </message>
    <message>
      <source>Another import of this shop is running. Nothing was changed; wait until it is done and try again.</source>
      <translation>Ein anderer Import dieses Ladens läuft. Nichts wurde geändert; warten Sie, bis er fertig ist, und versuchen Sie es wieder.</translation>
    </message>
    <message>
      <source>By “{columns}” some of these products are not offered at present, such as drafts: they count as not in stock, and nobody is written to about them.</source>
      <translation>Laut „{columns}“ werden einige dieser Produkte derzeit nicht angeboten, etwa Entwürfe: Sie gelten als nicht vorrätig, und niemandem wird ihretwegen geschrieben.</translation>
    </message>
    <message>
      <source>Credit notes name in “{column}” the invoice that they correct: they lower that order and are no orders.</source>
      <translation>Gutschriften nennen in „{column}“ die Rechnung, die sie berichtigen: Sie mindern diese Bestellung und sind selbst keine.</translation>
    </message>
    <message>
      <source>Dates such as “{example}” in “{column}” can be read both ways; they were read {chosen}, as is usual for the shop. Choose the order under “Dates” if that is wrong.</source>
      <translation>Daten wie „{example}“ in „{column}“ lassen sich so und so lesen; gelesen wurden sie {chosen}, wie für den Laden üblich. Wählen Sie die Reihenfolge unter „Datum“, wenn das falsch ist.</translation>
    </message>
    <message>
      <source>Dates such as “{example}” in “{column}” can be read with the day or with the year first; they were read {chosen}, as that makes them later. Choose the order under “Dates” if that is wrong.</source>
      <translation>Datumsangaben wie „{example}“ in „{column}“ lassen sich mit dem Tag oder mit dem Jahr zuerst lesen; sie wurden {chosen} gelesen, weil sie so später liegen. Wählen Sie die Reihenfolge unter „Datum“, falls das nicht stimmt.</translation>
    </message>
    <message>
      <source>Every line of this file stood in quotation marks as a whole; they were taken off.</source>
      <translation>Jede Zeile dieser Datei stand als Ganzes in Anführungszeichen; sie wurden entfernt.</translation>
    </message>
    <message>
      <source>In “{file}” nobody opted out: in “{column}” everyone agreed. Export the list of those who unsubscribed, or import it as customers.</source>
      <translation>In „{file}“ hat sich niemand abgemeldet: In „{column}“ haben alle zugestimmt. Exportieren Sie die Liste der Abgemeldeten, oder importieren Sie die Datei als Kunden.</translation>
    </message>
    <message>
      <source>Is “{example}” in “{column}” read with the day or with the month first?</source>
      <translation>Steht bei „{example}“ in „{column}“ der Tag oder der Monat vorn?</translation>
    </message>
    <message>
      <source>Is “{example}” in “{column}” read with the day or with the year first?</source>
      <translation>Steht bei „{example}“ in „{column}“ der Tag oder das Jahr zuerst?</translation>
    </message>
    <message>
      <source>Letters that were encoded twice in this file, such as “Ã¼” for “ü”, were put right.</source>
      <translation>Doppelt kodierte Buchstaben in dieser Datei, etwa „Ã¼“ statt „ü“, wurden berichtigt.</translation>
    </message>
    <message>
      <source>Line {line} describes the columns and was left out.</source>
      <translation>Zeile {line} beschreibt die Spalten und wurde weggelassen.</translation>
    </message>
    <message>
      <source>No column holds e-mail addresses or phone numbers: these customers are known but can't be written to.</source>
      <translation>Keine Spalte enthält E-Mail-Adressen oder Telefonnummern: Diese Kunden sind bekannt, lassen sich aber nicht anschreiben.</translation>
    </message>
    <message>
      <source>Only the no in “{column}” was taken: its name does not plainly ask for agreement to marketing. If a yes there is one, choose that consent for it.</source>
      <translation>Aus „{column}“ wurde nur das Nein übernommen: Der Name fragt nicht eindeutig nach einer Einwilligung in Werbung. Wenn ein Ja dort eine ist, wählen Sie diese Einwilligung dafür aus.</translation>
    </message>
    <message>
      <source>Only “{columns}” of {number} columns were understood: make sure that this is a list of {wanted}, and name the others.</source>
      <translation>Nur „{columns}“ von {number} Spalten wurden verstanden: Prüfen Sie, ob das wirklich eine Liste dieser Art ist ({wanted}), und benennen Sie die anderen.</translation>
    </message>
    <message>
      <source>Opt-outs are only those of whom “{columns}” says so.</source>
      <translation>Abgemeldet sind nur die, von denen „{columns}“ es sagt.</translation>
    </message>
    <message>
      <source>Rows that are “{words}” by “{column}” are no purchases: they were left out.</source>
      <translation>Zeilen, die laut „{column}“ „{words}“ sind, sind keine Käufe: Sie wurden ausgelassen.</translation>
    </message>
    <message>
      <source>Say what they agreed to, and where. Nothing was imported.</source>
      <translation>Sagen Sie, wozu und wo zugestimmt wurde. Nichts wurde importiert.</translation>
    </message>
    <message>
      <source>Shift-JIS (Japanese)</source>
      <translation>Shift-JIS (Japanisch)</translation>
    </message>
    <message>
      <source>Some columns share a name; they are told apart as “{columns}”.</source>
      <translation>Einige Spalten heißen gleich; unterschieden werden sie als „{columns}“.</translation>
    </message>
    <message>
      <source>Some of these amounts are below zero and name no order that they belong to: they count against what the customer bought, not as purchases.</source>
      <translation>Einige dieser Beträge liegen unter null und nennen keine Bestellung, zu der sie gehören: Sie mindern, was der Kunde gekauft hat, und zählen nicht als Kauf.</translation>
    </message>
    <message>
      <source>Some orders were partly refunded, but the file does not say by how much: they count in full.</source>
      <translation>Einige Bestellungen wurden teilweise erstattet, aber die Datei sagt nicht, um wie viel: Sie zählen ganz.</translation>
    </message>
    <message>
      <source>The customer numbers in this file are those of another system than before: in the shop they belong to other people. They are kept apart, with “({which})” behind each.</source>
      <translation>Die Kundennummern in dieser Datei stammen aus einem anderen System als bisher: Im Geschäft gehören sie anderen Personen. Sie werden getrennt geführt, jede mit „({which})“ dahinter.</translation>
    </message>
    <message>
      <source>The file does not say who bought: its orders count as anonymous sales.</source>
      <translation>Die Datei sagt nicht, wer gekauft hat: Ihre Bestellungen zählen als anonyme Verkäufe.</translation>
    </message>
    <message>
      <source>The file has no column “{column}” any more. Did you mean “{near}”?</source>
      <translation>Die Datei hat keine Spalte „{column}“ mehr. Meinten Sie „{near}“?</translation>
    </message>
    <message>
      <source>The file has no order number: an order is told by its customer, date and amount.</source>
      <translation>Die Datei hat keine Bestellnummer: Eine Bestellung wird an Kunde, Datum und Betrag erkannt.</translation>
    </message>
    <message>
      <source>The file names no amounts: these orders count as purchases without a value.</source>
      <translation>Die Datei nennt keine Beträge: Diese Bestellungen zählen als Käufe ohne Wert.</translation>
    </message>
    <message>
      <source>The file was read as the last one with these columns, on {at}.</source>
      <translation>Die Datei wurde gelesen wie die letzte mit diesen Spalten, am {at}.</translation>
    </message>
    <message>
      <source>The import broke off: the process that was reading the file was ended, perhaps for want of memory. What it had written was taken back and nothing was changed; try again.</source>
      <translation>Der Import brach ab: Der Vorgang, der die Datei las, wurde beendet, vielleicht aus Mangel an Speicher. Was er geschrieben hatte, wurde zurückgenommen, und nichts wurde geändert; versuchen Sie es wieder.</translation>
    </message>
    <message>
      <source>The list of refused rows can't be written to “{folder}”: {cause}. Nothing was imported.</source>
      <translation>Die Liste der abgelehnten Zeilen lässt sich nicht nach „{folder}“ schreiben: {cause}. Nichts wurde importiert.</translation>
    </message>
    <message>
      <source>The numbers in “{column}” come again for other buyers: “{column}” and “{other}” together tell an order.</source>
      <translation>Die Nummern in „{column}“ kommen bei anderen Käufern wieder vor: Erst „{column}“ und „{other}“ zusammen bezeichnen eine Bestellung.</translation>
    </message>
    <message>
      <source>The product numbers in this file are those of another system than before: in the shop they are other products'. They are kept apart, with “({which})” behind each.</source>
      <translation>Die Artikelnummern in dieser Datei stammen aus einem anderen System als bisher: Im Geschäft gehören sie anderen Artikeln. Sie werden getrennt geführt, jede mit „({which})“ dahinter.</translation>
    </message>
    <message>
      <source>The sheet “{sheet}” was read, not “{others}”. To bring in another one as well, import this same file once more and choose it under “Sheet”.</source>
      <translation>Gelesen wurde das Blatt „{sheet}“, nicht „{others}“. Um auch ein anderes zu übernehmen, importieren Sie dieselbe Datei noch einmal und wählen Sie es unter „Blatt“.</translation>
    </message>
    <message>
      <source>The shop's currency is now {currency}: it is the only one in this file.</source>
      <translation>Die Währung des Ladens ist jetzt {currency}: Es ist die einzige in dieser Datei.</translation>
    </message>
    <message>
      <source>The text was read as {encoding}.</source>
      <translation>Der Text wurde als {encoding} gelesen.</translation>
    </message>
    <message>
      <source>There is no file “{path}”. Nothing was imported; look where it lies now.</source>
      <translation>Die Datei „{path}“ gibt es nicht. Importiert wurde nichts; sehen Sie nach, wo sie jetzt liegt.</translation>
    </message>
    <message>
      <source>These buyers cannot be contacted: the file has no e-mail and no phone.</source>
      <translation>Diese Käufer sind nicht erreichbar: Die Datei nennt weder E-Mail noch Telefon.</translation>
    </message>
    <message>
      <source>This import is no longer there. Nothing was changed.</source>
      <translation>Diesen Import gibt es nicht mehr. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>This import was taken back already. Nothing was changed.</source>
      <translation>Dieser Import wurde schon zurückgenommen. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>Two systems of the shop count alike, and nothing in this file tells whose numbers it means. Nothing was imported; export it with the customers' e-mail addresses, and the products' names, as well.</source>
      <translation>Zwei Systeme des Geschäfts zählen gleich, und nichts in dieser Datei sagt, wessen Nummern gemeint sind. Nichts wurde importiert; exportieren Sie sie auch mit den E-Mail-Adressen der Kunden und den Namen der Artikel.</translation>
    </message>
    <message>
      <source>What means yes in “{column}”?</source>
      <translation>Was heißt in „{column}“ Ja?</translation>
    </message>
    <message>
      <source>Windows-1252 (Western European)</source>
      <translation>Windows-1252 (Westeuropa)</translation>
    </message>
    <message>
      <source>You imported this very file before, on {at}.</source>
      <translation>Genau diese Datei haben Sie schon importiert, am {at}.</translation>
    </message>
    <message>
      <source>day first</source>
      <translation>mit dem Tag vorn</translation>
    </message>
    <message>
      <source>month first</source>
      <translation>mit dem Monat vorn</translation>
    </message>
    <message>
      <source>year first</source>
      <translation>mit dem Jahr vorn</translation>
    </message>
    <message>
      <source>“{columns}” says who wants no messages: they are not written to.</source>
      <translation>„{columns}“ sagt, wer keine Nachrichten will: Diese Personen werden nicht angeschrieben.</translation>
    </message>
    <message>
      <source>“{columns}” was left out: passwords, card and bank data are never stored.</source>
      <translation>„{columns}“ wurde weggelassen: Passwörter, Karten- und Bankdaten werden nie gespeichert.</translation>
    </message>
    <message>
      <source>“{column}” holds birthdays without a year: they were left out.</source>
      <translation>„{column}“ enthält Geburtstage ohne Jahr: Sie wurden weggelassen.</translation>
    </message>
    <message>
      <source>“{column}” holds dates with the day first and with the month first. Which is meant?</source>
      <translation>„{column}“ enthält Daten mit dem Tag vorn und mit dem Monat vorn. Was ist gemeint?</translation>
    </message>
    <message>
      <source>“{column}” holds passwords, card or bank data. These are never stored; leave it out.</source>
      <translation>„{column}“ enthält Passwörter, Karten- oder Bankdaten. Die werden nie gespeichert; lassen Sie die Spalte weg.</translation>
    </message>
    <message>
      <source>“{column}” mixes dates with the day first and with the month first; they were read {chosen}, and those that can't be were rejected. Choose the order under “Dates”.</source>
      <translation>„{column}“ mischt Daten mit dem Tag vorn und mit dem Monat vorn; gelesen wurden sie {chosen}, und was so nicht geht, wurde abgelehnt. Wählen Sie die Reihenfolge unter „Datum“.</translation>
    </message>
    <message>
      <source>“{column}” tells what people did: only the rows in which they bought count here.</source>
      <translation>„{column}“ sagt, was jemand getan hat: Hier zählen nur die Zeilen, in denen gekauft wurde.</translation>
    </message>
    <message>
      <source>“{column}” tells what people did: only the rows in which they looked at something count here.</source>
      <translation>„{column}“ sagt, was jemand getan hat: Hier zählen nur die Zeilen, in denen etwas angesehen wurde.</translation>
    </message>
    <message>
      <source>“{column}” was taken as the amount of the whole line, not as the price of one piece. If it is the price, choose “Price each” for it.</source>
      <translation>„{column}“ wurde als Betrag der ganzen Zeile genommen, nicht als Preis eines Stücks. Ist es der Preis, wählen Sie dafür „Einzelpreis“.</translation>
    </message>
    <message>
      <source>“{file}” asks for far more memory than its size explains and was not opened. Open it in a spreadsheet program, keep only the list, and save it as CSV.</source>
      <translation>„{file}“ verlangt weit mehr Speicher, als die Größe erklärt, und wurde nicht geöffnet. Öffnen Sie die Datei in einem Tabellenprogramm, behalten Sie nur die Liste und sichern Sie sie als CSV.</translation>
    </message>
    <message>
      <source>“{file}” breaks off in the middle: it was not written or copied to its end. Export it again.</source>
      <translation>„{file}“ bricht mittendrin ab: Die Datei wurde nicht bis zum Ende geschrieben oder kopiert. Bitte noch einmal exportieren.</translation>
    </message>
    <message>
      <source>“{file}” can't be imported. It is: {export}. {refusal}</source>
      <translation>„{file}“ lässt sich nicht importieren. Das ist: {export}. {refusal}</translation>
    </message>
    <message>
      <source>“{file}” can't be read: {cause}.</source>
      <translation>„{file}“ lässt sich nicht lesen: {cause}.</translation>
    </message>
    <message numerus="yes">
      <source>“{file}” has no header line: its first line already holds data. Say what its %Ln columns hold.</source>
      <translation>
        <numerusform>„{file}“ hat keine Kopfzeile: Schon die erste Zeile enthält Daten. Sagen Sie, was die Spalte enthält.</numerusform>
        <numerusform>„{file}“ hat keine Kopfzeile: Schon die erste Zeile enthält Daten. Sagen Sie, was die %Ln Spalten enthalten.</numerusform>
      </translation>
    </message>
    <message>
      <source>“{file}” has no sheet “{sheet}”. It has “{others}”.</source>
      <translation>„{file}“ hat kein Blatt „{sheet}“. Es gibt „{others}“.</translation>
    </message>
    <message>
      <source>“{file}” holds no data. Export it again.</source>
      <translation>„{file}“ enthält keine Daten. Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
      <source>“{file}” holds no rows. Export it again.</source>
      <translation>„{file}“ enthält keine Zeilen. Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
      <source>“{file}” holds orders, but “{value}” in “{column}” is no date that can be read. Write the dates such as 2026-03-14, or export the file again.</source>
      <translation>„{file}“ enthält Bestellungen, aber „{value}“ in „{column}“ ist kein lesbares Datum. Schreiben Sie die Daten wie 2026-03-14, oder exportieren Sie die Datei neu.</translation>
    </message>
    <message>
      <source>“{file}” is a JSON file. Export the list as CSV or Excel instead.</source>
      <translation>„{file}“ ist eine JSON-Datei. Exportieren Sie die Liste stattdessen als CSV oder Excel.</translation>
    </message>
    <message>
      <source>“{file}” is a Numbers document. In Numbers choose File → Export To → CSV and import that file.</source>
      <translation>„{file}“ ist ein Numbers-Dokument. Wählen Sie in Numbers Ablage → Exportieren → CSV und importieren Sie diese Datei.</translation>
    </message>
    <message>
      <source>“{file}” is a PDF document. Export the list as CSV or Excel instead.</source>
      <translation>„{file}“ ist ein PDF-Dokument. Exportieren Sie die Liste stattdessen als CSV oder Excel.</translation>
    </message>
    <message>
      <source>“{file}” is a bank's statement of account, no list of customers or orders. Export these from the shop instead.</source>
      <translation>„{file}“ ist ein Kontoauszug einer Bank, keine Liste von Kunden oder Bestellungen. Exportieren Sie diese stattdessen aus dem Laden.</translation>
    </message>
    <message>
      <source>“{file}” is a calendar. Export the list as CSV or Excel instead.</source>
      <translation>„{file}“ ist ein Kalender. Exportieren Sie die Liste stattdessen als CSV oder Excel.</translation>
    </message>
    <message>
      <source>“{file}” is a compressed file. Unpack it first and import what is inside.</source>
      <translation>„{file}“ ist eine gepackte Datei. Entpacken Sie sie zuerst und importieren Sie, was darin ist.</translation>
    </message>
    <message>
      <source>“{file}” is a count of stock, without prices.</source>
      <translation>„{file}“ ist eine Bestandsliste ohne Preise.</translation>
    </message>
    <message>
      <source>“{file}” is a database. Export the list as CSV or Excel instead.</source>
      <translation>„{file}“ ist eine Datenbank. Exportieren Sie die Liste stattdessen als CSV oder Excel.</translation>
    </message>
    <message>
      <source>“{file}” is a ledger of bookings. It lists bookings on accounts, not orders.</source>
      <translation>„{file}“ ist ein Buchungsjournal. Es führt Buchungen auf Konten auf, keine Bestellungen.</translation>
    </message>
    <message>
      <source>“{file}” is a list of abandoned carts: nothing in it was bought.</source>
      <translation>„{file}“ ist eine Liste verlassener Warenkörbe: Nichts davon wurde gekauft.</translation>
    </message>
    <message>
      <source>“{file}” is a list of address cards (vCard). Export the contacts as CSV instead, such as by Google Contacts.</source>
      <translation>„{file}“ ist eine Liste von Visitenkarten (vCard). Exportieren Sie die Kontakte stattdessen als CSV, etwa mit Google Kontakte.</translation>
    </message>
    <message>
      <source>“{file}” is a list of commissions: it names who sent buyers, not who bought.</source>
      <translation>„{file}“ ist eine Liste von Provisionen: Sie nennt, wer Käufer vermittelt hat, nicht wer gekauft hat.</translation>
    </message>
    <message>
      <source>“{file}” is a list of deals: what may be bought one day, not what was bought.</source>
      <translation>„{file}“ ist eine Liste von Verkaufschancen: was vielleicht einmal gekauft wird, nicht was gekauft wurde.</translation>
    </message>
    <message>
      <source>“{file}” is a list of discount codes: how often they were used, not who bought.</source>
      <translation>„{file}“ ist eine Liste von Rabattcodes: wie oft sie eingelöst wurden, nicht wer gekauft hat.</translation>
    </message>
    <message>
      <source>“{file}” is a list of gift cards: what they are still worth, not who buys.</source>
      <translation>„{file}“ ist eine Liste von Gutscheinen: was sie noch wert sind, nicht wer kauft.</translation>
    </message>
    <message>
      <source>“{file}” is a list of orders to suppliers: what the shop bought, not what its customers bought.</source>
      <translation>„{file}“ ist eine Liste von Bestellungen bei Lieferanten: was das Geschäft gekauft hat, nicht was seine Kunden gekauft haben.</translation>
    </message>
    <message>
      <source>“{file}” is a list of payments that failed: nobody paid anything in it.</source>
      <translation>„{file}“ ist eine Liste fehlgeschlagener Zahlungen: Darin hat niemand etwas bezahlt.</translation>
    </message>
    <message>
      <source>“{file}” is a list of payouts and fees, not of orders.</source>
      <translation>„{file}“ ist eine Liste von Auszahlungen und Gebühren, nicht von Bestellungen.</translation>
    </message>
    <message>
      <source>“{file}” is a list of prices by quantity, not of products.</source>
      <translation>„{file}“ ist eine Liste von Staffelpreisen, nicht von Produkten.</translation>
    </message>
    <message>
      <source>“{file}” is a list of quotes: what was offered, not what was bought.</source>
      <translation>„{file}“ ist eine Liste von Angeboten: was angeboten wurde, nicht was gekauft wurde.</translation>
    </message>
    <message>
      <source>“{file}” is a list of returns. Export the orders instead: their state tells what was returned.</source>
      <translation>„{file}“ ist eine Liste von Rücksendungen. Exportieren Sie stattdessen die Bestellungen: Ihr Status sagt, was zurückkam.</translation>
    </message>
    <message>
      <source>“{file}” is a list of reviews: what people thought of products, not what they bought.</source>
      <translation>„{file}“ ist eine Liste von Bewertungen: was Leute von Produkten halten, nicht, was sie gekauft haben.</translation>
    </message>
    <message>
      <source>“{file}” is a list of shipments: it lists parcels, not what was paid for.</source>
      <translation>„{file}“ ist eine Liste von Sendungen: Pakete, nicht was bezahlt wurde.</translation>
    </message>
    <message>
      <source>“{file}” is a list of staff, not of customers.</source>
      <translation>„{file}“ ist eine Liste von Mitarbeitern, nicht von Kunden.</translation>
    </message>
    <message>
      <source>“{file}” is a list of stock movements: how stock went up and down, not who bought.</source>
      <translation>„{file}“ ist eine Liste von Lagerbewegungen: wie der Bestand stieg und fiel, nicht wer gekauft hat.</translation>
    </message>
    <message>
      <source>“{file}” is a list of subscriptions: who agreed to buy again, not what was bought.</source>
      <translation>„{file}“ ist eine Liste von Abonnements: wer wieder kaufen will, nicht was gekauft wurde.</translation>
    </message>
    <message>
      <source>“{file}” is a list of suppliers, not of customers.</source>
      <translation>„{file}“ ist eine Liste von Lieferanten, nicht von Kunden.</translation>
    </message>
    <message>
      <source>“{file}” is a list of what customers owe, not of what they bought.</source>
      <translation>„{file}“ ist eine Liste offener Beträge, nicht dessen, was gekauft wurde.</translation>
    </message>
    <message>
      <source>“{file}” is a list of what the shop bought from its suppliers, not of what its customers bought.</source>
      <translation>„{file}“ ist eine Liste dessen, was das Geschäft bei seinen Lieferanten gekauft hat, nicht dessen, was seine Kunden gekauft haben.</translation>
    </message>
    <message>
      <source>“{file}” is a list of wishes: what people wait for, not what they bought.</source>
      <translation>„{file}“ ist eine Liste von Wünschen: worauf jemand wartet, nicht was gekauft wurde.</translation>
    </message>
    <message>
      <source>“{file}” is a log of calls and messages: who was written to, not who bought.</source>
      <translation>„{file}“ ist ein Verzeichnis von Anrufen und Nachrichten: wem geschrieben wurde, nicht wer gekauft hat.</translation>
    </message>
    <message>
      <source>“{file}” is a message between the programs of two companies (EDI). Export the list as CSV or Excel instead.</source>
      <translation>„{file}“ ist eine Nachricht zwischen den Programmen zweier Firmen (EDI). Exportieren Sie die Liste stattdessen als CSV oder Excel.</translation>
    </message>
    <message>
      <source>“{file}” is a picture. Export the list as CSV or Excel instead.</source>
      <translation>„{file}“ ist ein Bild. Exportieren Sie die Liste stattdessen als CSV oder Excel.</translation>
    </message>
    <message>
      <source>“{file}” is a report on mailings and names no customers.</source>
      <translation>„{file}“ ist ein Bericht über Aussendungen und nennt keine Kunden.</translation>
    </message>
    <message>
      <source>“{file}” is a report on visits: it counts visits and clicks, not who bought.</source>
      <translation>„{file}“ ist eine Besuchsstatistik: Sie zählt Besuche und Klicks, nicht wer gekauft hat.</translation>
    </message>
    <message>
      <source>“{file}” is a statement of an account. It lists money that came and went, not orders.</source>
      <translation>„{file}“ ist ein Kontoauszug. Er führt Geld auf, das kam und ging, keine Bestellungen.</translation>
    </message>
    <message>
      <source>“{file}” is a summary of sales by period, one line for many purchases.</source>
      <translation>„{file}“ ist eine Zusammenfassung von Verkäufen nach Zeitraum, eine Zeile für viele Käufe.</translation>
    </message>
    <message>
      <source>“{file}” is a summary of sales by product, one line for many purchases.</source>
      <translation>„{file}“ ist eine Zusammenfassung der Verkäufe nach Produkt: eine Zeile für viele Käufe.</translation>
    </message>
    <message>
      <source>“{file}” is a tax report. It sums up taxes, not orders.</source>
      <translation>„{file}“ ist ein Steuerbericht. Er fasst Steuern zusammen, keine Bestellungen.</translation>
    </message>
    <message>
      <source>“{file}” is a text document. Export the list as CSV or Excel instead.</source>
      <translation>„{file}“ ist ein Textdokument. Exportieren Sie die Liste stattdessen als CSV oder Excel.</translation>
    </message>
    <message>
      <source>“{file}” is a web page, whatever its name says. Open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV.</source>
      <translation>„{file}“ ist eine Webseite, was der Name auch sagt. Öffnen Sie sie in einem Tabellenprogramm und sichern Sie sie als Excel-Arbeitsmappe (.xlsx) oder CSV.</translation>
    </message>
    <message>
      <source>“{file}” is an XML file. Open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV.</source>
      <translation>„{file}“ ist eine XML-Datei. Öffnen Sie sie in einem Tabellenprogramm und sichern Sie sie als Excel-Arbeitsmappe (.xlsx) oder CSV.</translation>
    </message>
    <message>
      <source>“{file}” is an archive, no workbook. Unpack it and import the list inside.</source>
      <translation>„{file}“ ist ein Archiv, keine Arbeitsmappe. Entpacken Sie es und importieren Sie die Liste darin.</translation>
    </message>
    <message>
      <source>“{file}” is an e-mail. Save the list that is attached to it as a file of its own, and import that.</source>
      <translation>„{file}“ ist eine E-Mail. Speichern Sie die angehängte Liste als eigene Datei und importieren Sie diese.</translation>
    </message>
    <message>
      <source>“{file}” is damaged or no workbook that can be read. Open it in a spreadsheet program and save it as CSV.</source>
      <translation>„{file}“ ist beschädigt oder keine lesbare Arbeitsmappe. Öffnen Sie sie in einem Tabellenprogramm und sichern Sie sie als CSV.</translation>
    </message>
    <message>
      <source>“{file}” is damaged or was cut off while it was saved. Export it again.</source>
      <translation>„{file}“ ist beschädigt oder wurde beim Sichern abgeschnitten. Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
      <source>“{file}” is damaged: its text breaks off inside a character. Export it again.</source>
      <translation>„{file}“ ist beschädigt: Der Text bricht mitten in einem Zeichen ab. Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
      <source>“{file}” is empty. Export it again.</source>
      <translation>„{file}“ ist leer. Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
      <source>“{file}” is encrypted. Decrypt it first and import what is inside.</source>
      <translation>„{file}“ ist verschlüsselt. Entschlüsseln Sie sie zuerst und importieren Sie, was darin ist.</translation>
    </message>
    <message>
      <source>“{file}” is no list of {wanted} as far as its columns tell.</source>
      <translation>„{file}“ ist nach ihren Spalten keine Liste dieser Art: {wanted}.</translation>
    </message>
    <message>
      <source>“{file}” is no table of text. Export the list as CSV or Excel instead.</source>
      <translation>„{file}“ ist keine Tabelle aus Text. Exportieren Sie die Liste stattdessen als CSV oder Excel.</translation>
    </message>
    <message>
      <source>“{file}” is only a link to another file or page. Open that, save its list as CSV or Excel, and import what you saved.</source>
      <translation>„{file}“ ist nur ein Verweis auf eine andere Datei oder Seite. Öffnen Sie diese, speichern Sie ihre Liste als CSV oder Excel und importieren Sie das Gespeicherte.</translation>
    </message>
    <message>
      <source>“{file}” is protected by a password. Save it without one, or as CSV.</source>
      <translation>„{file}“ ist mit einem Passwort geschützt. Sichern Sie die Datei ohne, oder als CSV.</translation>
    </message>
    <message>
      <source>“{file}” is still being written by another program.</source>
      <translation>In „{file}“ schreibt noch ein anderes Programm.</translation>
    </message>
    <message>
      <source>“{file}” is the log of a web server: which pages were fetched, not who bought.</source>
      <translation>„{file}“ ist das Protokoll eines Webservers: welche Seiten abgerufen wurden, nicht wer gekauft hat.</translation>
    </message>
    <message>
      <source>“{file}” is: {export}. It holds no {wanted}; choose {kinds} under “Holds”.</source>
      <translation>„{file}“ ist: {export}. Darin sind keine {wanted}; wählen Sie {kinds} unter „Enthält“.</translation>
    </message>
    <message>
      <source>“{file}” is: {export}. No column says who opted out. Export the list of those who unsubscribed, or import it as customers.</source>
      <translation>„{file}“ ist: {export}. Keine Spalte sagt, wer sich abgemeldet hat. Exportieren Sie die Liste der Abgemeldeten, oder importieren Sie die Datei als Kunden.</translation>
    </message>
    <message>
      <source>“{file}” says by its name that these people left: they are taken as opt-outs.</source>
      <translation>„{file}“ sagt mit ihrem Namen, dass diese Leute sich abgemeldet haben: Sie werden als Abmeldungen übernommen.</translation>
    </message>
    <message>
      <source>“{file}” says by its name that these people never agreed: nobody's agreement was taken from it.</source>
      <translation>„{file}“ sagt dem Namen nach, dass diese Leute nie zugestimmt haben: daraus wurde niemandes Einwilligung übernommen.</translation>
    </message>
    <message>
      <source>“{file}” takes too long to read. Open it in a spreadsheet program, keep only the list, and save it as CSV.</source>
      <translation>„{file}“ zu lesen dauert zu lange. Öffnen Sie die Datei in einem Tabellenprogramm, behalten Sie nur die Liste und sichern Sie sie als CSV.</translation>
    </message>
    <message>
      <source>“{file}” was changed while it was being read. Nothing was imported; try again when the program that writes it is done.</source>
      <translation>„{file}“ wurde geändert, während sie gelesen wurde. Es wurde nichts importiert; versuchen Sie es noch einmal, wenn das Programm fertig ist, das sie schreibt.</translation>
    </message>
    <message>
      <source>“{file}” was not read to its end: the process that read it was ended. Try again.</source>
      <translation>„{file}“ wurde nicht zu Ende gelesen: Der Vorgang, der sie las, wurde beendet. Versuchen Sie es wieder.</translation>
    </message>
    <message>
      <source>“{file}” would unpack to {megabytes} MB and was not opened. Open it in a spreadsheet program, keep only the list, and save it as CSV.</source>
      <translation>„{file}“ wäre entpackt {megabytes} MB groß und wurde nicht geöffnet. Öffnen Sie die Datei in einem Tabellenprogramm, behalten Sie nur die Liste und sichern Sie sie als CSV.</translation>
    </message>
    <message>
      <source>“{name}” is nothing that {wanted} have.</source>
      <translation>„{name}“ haben {wanted} nicht.</translation>
    </message>
    <message>
      <source>“{path}” is a folder. Choose the exported file inside it.</source>
      <translation>„{path}“ ist ein Ordner. Wählen Sie die exportierte Datei darin.</translation>
    </message>
    <message>
      <source>“{words}” in “{column}” is no country that is known; it was left empty.</source>
      <translation>„{words}“ in „{column}“ ist kein bekanntes Land; das Feld blieb leer.</translation>
    </message>
    <message>
      <source>“{words}” in “{column}” is no known state of an order; such orders count as purchases.</source>
      <translation>„{words}“ in „{column}“ ist kein bekannter Stand einer Bestellung; solche Bestellungen zählen als Käufe.</translation>
    </message>
    <message>
      <source>“{words}” in “{column}” says neither yes nor no; nothing was concluded from it.</source>
      <translation>„{words}“ in „{column}“ sagt weder Ja noch Nein; daraus wurde nichts geschlossen.</translation>
    </message>
    <message>
      <source>“{words}” stands in a row of its own and names nobody: nothing was concluded from it. If it is about the people below it, write it beside each of them.</source>
      <translation>„{words}“ steht in einer eigenen Zeile und nennt niemanden: Daraus wurde nichts geschlossen. Gilt es für die Menschen darunter, schreiben Sie es neben jeden von ihnen.</translation>
    </message>
    <message>
      <source>”, “</source>
      <translation>“, „</translation>
    </message>
  </context>
  <context>
    <name>Imports</name>
    <message>
      <source>Changed</source>
      <translation>Geändert</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Erledigt</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Enthält</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>Not taken</source>
      <translation>Nicht übernommen</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <source>Same</source>
      <translation>Gleich</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Taken back</source>
      <translation>Zurückgenommen</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wann</translation>
    </message>
  </context>
  <context>
    <name>ImportsView</name>
    <message>
      <source>As they were</source>
      <translation>Wie sie waren</translation>
    </message>
    <message>
      <source>Bring in the customers and orders from your shop system.</source>
      <translation>Holen Sie Kunden und Bestellungen aus Ihrem Ladensystem.</translation>
    </message>
    <message>
      <source>Brought in by</source>
      <translation>Hereingeholt von</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Geändert</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Einzelheiten</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Enthält</translation>
    </message>
    <message>
      <source>Imported</source>
      <translation>Importiert</translation>
    </message>
    <message>
      <source>Imports</source>
      <translation>Importe</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importieren…</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>No file imported yet</source>
      <translation>Noch keine Datei importiert</translation>
    </message>
    <message>
      <source>Not taken</source>
      <translation>Nicht übernommen</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Hinweise</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <source>Rows not taken</source>
      <translation>Nicht übernommene Zeilen</translation>
    </message>
    <message>
      <source>Save list…</source>
      <translation>Liste sichern…</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>The import of “{file}” was taken back.</source>
      <translation>Der Import von „{file}“ wurde zurückgenommen.</translation>
    </message>
    <message>
      <source>Took</source>
      <translation>Dauer</translation>
    </message>
    <message>
      <source>Undo import…</source>
      <translation>Import zurücknehmen…</translation>
    </message>
    <message>
      <source>the watched folder</source>
      <translation>dem beobachteten Ordner</translation>
    </message>
    <message>
      <source>you</source>
      <translation>Ihnen</translation>
    </message>
  </context>
  <context>
    <name>InfoButton</name>
    <message>
      <source>How “{name}” is counted</source>
      <translation>Wie „{name}“ gezählt wird</translation>
    </message>
  </context>
  <context>
    <name>InsertionBar</name>
    <message>
      <source>All fields</source>
      <translation>Alle Felder</translation>
    </message>
    <message>
      <source>Insert a piece</source>
      <translation>Baustein einfügen</translation>
    </message>
    <message>
      <source>Insert: {field}</source>
      <translation>Einfügen: {field}</translation>
    </message>
  </context>
  <context>
    <name>KeepRunningDialog</name>
    <message>
      <source>&amp;Keep running</source>
      <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <source>Close the window</source>
      <translation>Fenster schließen</translation>
    </message>
    <message>
      <source>Keep running in the background?</source>
      <translation>Im Hintergrund weiterlaufen?</translation>
    </message>
    <message>
      <source>Keep sending in the background?</source>
      <translation>Im Hintergrund weiter senden?</translation>
    </message>
    <message>
      <source>The icon beside the clock brings the window back.</source>
      <translation>Das Symbol neben der Uhr holt das Fenster zurück.</translation>
    </message>
    <message>
      <source>This desktop has no place for an icon beside the clock: the window is made small instead.</source>
      <translation>Dieser Desktop hat keinen Platz für ein Symbol neben der Uhr: Das Fenster wird stattdessen verkleinert.</translation>
    </message>
    <message>
      <source>While the program runs, the daily check is made in time and what you approved can go out. After you quit, messages wait until you start it again.</source>
      <translation>Solange das Programm läuft, kommt die tägliche Prüfung pünktlich, und was Sie freigegeben haben, kann hinausgehen. Nach dem Beenden warten Nachrichten bis zum nächsten Start.</translation>
    </message>
    <message>
      <source>While the program runs, the daily check is made in time and your keys are kept. Messages go only when you press “Send now” under Activity: this PC has no password store.</source>
      <translation>Solange das Programm läuft, wird täglich rechtzeitig geprüft, und Ihre Schlüssel bleiben erhalten. Nachrichten gehen nur, wenn Sie unter Aktivität „Jetzt senden“ drücken: Dieser PC hat keinen Passwortspeicher.</translation>
    </message>
    <message>
      <source>You can change this under Settings, Program.</source>
      <translation>Das können Sie unter Einstellungen, Programm ändern.</translation>
    </message>
  </context>
  <context>
    <name>Kinds</name>
    <message>
      <source>customers</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <source>enquiries</source>
      <translation>Anfragen</translation>
    </message>
    <message>
      <source>opt-outs</source>
      <translation>Abmeldungen</translation>
    </message>
    <message>
      <source>orders</source>
      <translation>Bestellungen</translation>
    </message>
    <message>
      <source>product views</source>
      <translation>Produktansichten</translation>
    </message>
    <message>
      <source>products</source>
      <translation>Produkte</translation>
    </message>
    <message>
      <source>wish lists</source>
      <translation>Merklisten</translation>
    </message>
  </context>
  <context>
    <name>LeavingDialog</name>
    <message numerus="yes">
      <source>%Ln messages on their way are being finished…</source>
      <translation>
        <numerusform>Die Nachricht, die unterwegs ist, wird noch fertig gesendet…</numerusform>
        <numerusform>Die %Ln Nachrichten, die unterwegs sind, werden noch fertig gesendet…</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages stay in the queue and go when the program runs again.</source>
      <translation>
        <numerusform>%Ln Nachricht bleibt in der Warteschlange und geht hinaus, wenn das Programm wieder läuft.</numerusform>
        <numerusform>%Ln Nachrichten bleiben in der Warteschlange und gehen hinaus, wenn das Programm wieder läuft.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages stay in the queue until you start the program again and press “Send now”.</source>
      <translation>
        <numerusform>%Ln Nachricht bleibt in der Warteschlange, bis Sie das Programm wieder starten und „Jetzt senden“ drücken.</numerusform>
        <numerusform>%Ln Nachrichten bleiben in der Warteschlange, bis Sie das Programm wieder starten und „Jetzt senden“ drücken.</numerusform>
      </translation>
    </message>
    <message>
      <source>No other message waits.</source>
      <translation>Keine andere Nachricht wartet.</translation>
    </message>
    <message>
      <source>Quitting</source>
      <translation>Wird beendet</translation>
    </message>
  </context>
  <context>
    <name>LiftCard</name>
    <message>
      <source>Both groups are counted alike: customers whom the daily check found due in this time, and who ordered up to {days} days later; only those whose {days} days are over. “Between” names the range in which the truth lies in 95 of 100 such comparisons.</source>
      <translation>Beide Gruppen werden gleich gezählt: Kunden, die die tägliche Prüfung in dieser Zeit für fällig hielt und die bis zu {days} Tage später bestellt haben; nur solche, deren {days} Tage vorbei sind. „Zwischen“ nennt den Bereich, in dem die Wahrheit bei 95 von 100 solchen Vergleichen liegt.</translation>
    </message>
    <message>
      <source>Brought back by the messages: {lift} ({returned} minus {anyway} who would have come anyway)</source>
      <translation>Von den Nachrichten zurückgebracht: {lift} ({returned} minus {anyway}, die ohnehin gekommen wären)</translation>
    </message>
    <message>
      <source>Did the messages bring them back?</source>
      <translation>Haben die Nachrichten sie zurückgebracht?</translation>
    </message>
    <message>
      <source>It may still be chance.</source>
      <translation>Es kann noch Zufall sein.</translation>
    </message>
    <message>
      <source>Set up a control group</source>
      <translation>Kontrollgruppe einrichten</translation>
    </message>
    <message>
      <source>Whoever orders within {days} days of a message counts as come back: {count} did. Some of them would have come anyway; only a control group, customers who are left alone on purpose, can tell how many.</source>
      <translation>Wer innerhalb von {days} Tagen nach einer Nachricht bestellt, gilt als zurückgekommen: Das taten {count}. Manche wären ohnehin gekommen; wie viele, sagt nur eine Kontrollgruppe aus Kunden, die absichtlich nichts bekommen.</translation>
    </message>
    <message>
      <source>Whoever orders within {days} days of a message counts as come back: {count} did. What the control group says of that is known {days} days after the first customer was left alone; choose more days.</source>
      <translation>Wer innerhalb von {days} Tagen nach einer Nachricht bestellt, gilt als zurückgekommen: Das taten {count}. Was die Kontrollgruppe dazu sagt, ist {days} Tage nach dem ersten ausgelassenen Kunden bekannt; wählen Sie mehr Tage.</translation>
    </message>
    <message>
      <source>{few}: {written} customers were due for a message, {held} were left alone.</source>
      <translation>{few}: Für {written} Kunden war eine Nachricht fällig, {held} wurden absichtlich ausgelassen.</translation>
    </message>
    <message>
      <source>{returned} of {written} who were due came back, {group} of {held} in the control group. In truth the messages brought between {lower} and {upper}.</source>
      <translation>{returned} von {written} Fälligen kamen zurück, {group} von {held} in der Kontrollgruppe. In Wahrheit brachten die Nachrichten zwischen {lower} und {upper}.</translation>
    </message>
  </context>
  <context>
    <name>LimitsCard</name>
    <message>
      <source>Automatic messages go out without being asked about.</source>
      <translation>Automatische Nachrichten gehen ohne Nachfrage hinaus.</translation>
    </message>
    <message>
      <source>Between two purchases at most {max_per_lapse} messages, {repeat_after_days} days apart.</source>
      <translation>Zwischen zwei Käufen höchstens {max_per_lapse} Nachrichten, im Abstand von {repeat_after_days} Tagen.</translation>
    </message>
    <message>
      <source>Every automatic message waits for your approval.</source>
      <translation>Jede automatische Nachricht wartet auf Ihre Freigabe.</translation>
    </message>
    <message>
      <source>I look at every message before it goes</source>
      <translation>Ich sehe jede Nachricht, bevor sie geht</translation>
    </message>
    <message>
      <source>Limits for all of them</source>
      <translation>Grenzen für alle</translation>
    </message>
    <message>
      <source>Messages to one person: at most {cap_per_week} a week and {cap_per_month} a month.</source>
      <translation>Nachrichten an eine Person: höchstens {cap_per_week} in der Woche und {cap_per_month} im Monat.</translation>
    </message>
    <message>
      <source>Nobody whose last order is more than {too_long_gone_days} days ago; at most {daily_limit} a day.</source>
      <translation>Niemand, dessen letzte Bestellung mehr als {too_long_gone_days} Tage her ist; höchstens {daily_limit} am Tag.</translation>
    </message>
  </context>
  <context>
    <name>LinesCard</name>
    <message>
      <source>Each day with a message makes a point here.</source>
      <translation>Jeder Tag mit einer Nachricht setzt hier einen Punkt.</translation>
    </message>
  </context>
  <context>
    <name>LossesCard</name>
    <message>
      <source>Marked as spam</source>
      <translation>Als Spam markiert</translation>
    </message>
    <message>
      <source>Nobody opted out, nothing came back undelivered, nobody complained.</source>
      <translation>Niemand hat sich abgemeldet, nichts kam unzustellbar zurück, niemand hat sich beschwert.</translation>
    </message>
    <message>
      <source>Opted out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <source>Opted out, undelivered, complaints</source>
      <translation>Abmeldungen, Unzustellbares, Beschwerden</translation>
    </message>
    <message>
      <source>Per day. Undelivered and spam: messages sent on that day.</source>
      <translation>Pro Tag. Unzustellbar und Spam: Nachrichten, die an dem Tag gesendet wurden.</translation>
    </message>
    <message>
      <source>Per week, named by its first day. Undelivered and spam: messages sent in that week.</source>
      <translation>Pro Woche, benannt nach ihrem ersten Tag. Unzustellbar und Spam: Nachrichten, die in der Woche gesendet wurden.</translation>
    </message>
    <message>
      <source>Undelivered</source>
      <translation>Unzustellbar</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Activity</source>
      <translation>Aktivität</translation>
    </message>
    <message>
      <source>Analytics</source>
      <translation>Auswertung</translation>
    </message>
    <message>
      <source>Campaigns</source>
      <translation>Kampagnen</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Opening your shop…</source>
      <translation>Ihr Laden wird geöffnet…</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <source>Reengage Desktop</source>
      <translation>Reengage Desktop</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Templates</source>
      <translation>Vorlagen</translation>
    </message>
    <message>
      <source>Your shop could not be opened</source>
      <translation>Ihr Laden konnte nicht geöffnet werden</translation>
    </message>
    <message>
      <source>{shop} – Reengage Desktop</source>
      <translation>{shop} – Reengage Desktop</translation>
    </message>
  </context>
  <context>
    <name>MatchLine</name>
    <message numerus="yes">
      <source>%Ln customers</source>
      <translation>
        <numerusform>%Ln Kunde</numerusform>
        <numerusform>%Ln Kunden</numerusform>
      </translation>
    </message>
    <message>
      <source>Something is missing above.</source>
      <translation>Oben fehlt noch etwas.</translation>
    </message>
    <message numerus="yes">
      <source>{names} and %Ln more</source>
      <translation>
        <numerusform>{names} und %Ln weiterer</numerusform>
        <numerusform>{names} und %Ln weitere</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MergeDialog</name>
    <message numerus="yes">
      <source>%Ln orders</source>
      <translation>
        <numerusform>%Ln Bestellung</numerusform>
        <numerusform>%Ln Bestellungen</numerusform>
      </translation>
    </message>
    <message>
      <source>After that {name} has {orders} and has spent {money}. Messages, notes, tags and addresses of both come together; a no on any channel of either stays a no.</source>
      <translation>Danach hat {name} {orders} und {money} ausgegeben. Nachrichten, Notizen, Schlagwörter und Adressen kommen zusammen; ein Nein auf einem Kanal bleibt ein Nein, gleich von welchem Eintrag.</translation>
    </message>
    <message>
      <source>Agreed to {channels}.</source>
      <translation>Zugestimmt: {channels}.</translation>
    </message>
    <message>
      <source>Both entries of {name} are one now.</source>
      <translation>Beide Einträge von {name} sind jetzt einer.</translation>
    </message>
    <message>
      <source>Merge into one</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <source>Merge two entries of one person</source>
      <translation>Zwei Einträge einer Person zusammenführen</translation>
    </message>
    <message>
      <source>Said no to {channels}.</source>
      <translation>Abgelehnt: {channels}.</translation>
    </message>
    <message>
      <source>They are two entries again.</source>
      <translation>Es sind wieder zwei Einträge.</translation>
    </message>
    <message>
      <source>This one stays</source>
      <translation>Dieser bleibt</translation>
    </message>
    <message>
      <source>Was never asked.</source>
      <translation>Wurde nie gefragt.</translation>
    </message>
    <message>
      <source>Which entry stays? What it lacks is filled from the other one.</source>
      <translation>Welcher Eintrag bleibt? Was ihm fehlt, kommt vom anderen.</translation>
    </message>
    <message>
      <source>{name} stays</source>
      <translation>{name} bleibt</translation>
    </message>
  </context>
  <context>
    <name>MessageDialog</name>
    <message>
      <source>By</source>
      <translation>Über</translation>
    </message>
    <message>
      <source>Campaign</source>
      <translation>Kampagne</translation>
    </message>
    <message>
      <source>Chosen because</source>
      <translation>Ausgewählt, weil</translation>
    </message>
    <message>
      <source>Message to {who}</source>
      <translation>Nachricht an {who}</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>The message's words</source>
      <translation>Der Wortlaut der Nachricht</translation>
    </message>
    <message>
      <source>To</source>
      <translation>An</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <source>Written</source>
      <translation>Geschrieben</translation>
    </message>
  </context>
  <context>
    <name>MessageProof</name>
    <message>
      <source>As it looks</source>
      <translation>Wie sie aussieht</translation>
    </message>
    <message>
      <source>As plain text</source>
      <translation>Als reiner Text</translation>
    </message>
    <message>
      <source>On a phone</source>
      <translation>Auf dem Telefon</translation>
    </message>
    <message>
      <source>The message as it will look</source>
      <translation>Die Nachricht, wie sie aussehen wird</translation>
    </message>
  </context>
  <context>
    <name>MessageStep</name>
    <message>
      <source>And if they don't come?</source>
      <translation>Und wenn niemand kommt?</translation>
    </message>
    <message>
      <source>Choose the second text, or compare none.</source>
      <translation>Wählen Sie den zweiten Text, oder vergleichen Sie keinen.</translation>
    </message>
    <message>
      <source>Choose the second text…</source>
      <translation>Zweiten Text wählen…</translation>
    </message>
    <message>
      <source>Compare two texts and see which brings more back</source>
      <translation>Zwei Texte vergleichen und sehen, welcher mehr zurückbringt</translation>
    </message>
    <message>
      <source>Further messages stop by themselves when somebody buys, answers or says no.</source>
      <translation>Weitere Nachrichten hören von selbst auf, sobald jemand kauft, antwortet oder Nein sagt.</translation>
    </message>
    <message>
      <source>How do you reach them?</source>
      <translation>Wie erreichen Sie die Kunden?</translation>
    </message>
    <message>
      <source>How it reads</source>
      <translation>Wie sie sich liest</translation>
    </message>
    <message>
      <source>It stands where a text says {{ promotion }}. Leave it empty for none.</source>
      <translation>Es steht dort, wo ein Text {{ promotion }} sagt. Lassen Sie es leer, wenn es keines gibt.</translation>
    </message>
    <message>
      <source>Read and change the texts…</source>
      <translation>Texte lesen und ändern…</translation>
    </message>
    <message>
      <source>Share of the second text, in per cent</source>
      <translation>Anteil des zweiten Textes in Prozent</translation>
    </message>
    <message>
      <source>The first that reaches a customer is used. Tick what may be used, and move it up.</source>
      <translation>Der erste, der jemanden erreicht, wird genommen. Kreuzen Sie an, was erlaubt ist, und schieben Sie es nach oben.</translation>
    </message>
    <message>
      <source>The second text</source>
      <translation>Der zweite Text</translation>
    </message>
    <message>
      <source>Tick at least one way to reach them.</source>
      <translation>Kreuzen Sie mindestens einen Weg an.</translation>
    </message>
    <message>
      <source>Two wordings?</source>
      <translation>Zwei Fassungen?</translation>
    </message>
    <message>
      <source>Your offer</source>
      <translation>Ihr Angebot</translation>
    </message>
    <message>
      <source>Your offer, in one line</source>
      <translation>Ihr Angebot in einer Zeile</translation>
    </message>
    <message>
      <source>for</source>
      <translation>für</translation>
    </message>
    <message>
      <source>for example: Free delivery until Sunday</source>
      <translation>zum Beispiel: Versandkostenfrei bis Sonntag</translation>
    </message>
  </context>
  <context>
    <name>MessagesPart</name>
    <message>
      <source>Messages of this campaign</source>
      <translation>Nachrichten dieser Kampagne</translation>
    </message>
    <message>
      <source>No message has been written yet.</source>
      <translation>Noch ist keine Nachricht geschrieben.</translation>
    </message>
    <message>
      <source>{channel} to {address}</source>
      <translation>{channel} an {address}</translation>
    </message>
  </context>
  <context>
    <name>MissingColumns</name>
    <message>
      <source>Say which column holds the amount, or who bought.</source>
      <translation>Sagen Sie, in welcher Spalte der Betrag steht oder wer gekauft hat.</translation>
    </message>
    <message>
      <source>Say which column holds the date of the order.</source>
      <translation>Sagen Sie, in welcher Spalte das Datum der Bestellung steht.</translation>
    </message>
    <message>
      <source>Say which column holds the e-mail address or the phone number.</source>
      <translation>Sagen Sie, in welcher Spalte die E-Mail-Adresse oder die Telefonnummer steht.</translation>
    </message>
    <message>
      <source>Say which column holds the e-mail address, the phone number or the customer's number.</source>
      <translation>Sagen Sie, in welcher Spalte die E-Mail-Adresse, die Telefonnummer oder die Kundennummer steht.</translation>
    </message>
    <message>
      <source>Say which column holds the price, the stock or the category.</source>
      <translation>Sagen Sie, in welcher Spalte Preis, Bestand oder Kategorie stehen.</translation>
    </message>
    <message>
      <source>Say which column holds the product's number or its name.</source>
      <translation>Sagen Sie, in welcher Spalte Nummer oder Name des Produkts stehen.</translation>
    </message>
    <message>
      <source>Say which column holds the product's number.</source>
      <translation>Sagen Sie, in welcher Spalte die Nummer des Produkts steht.</translation>
    </message>
    <message>
      <source>Say which column holds when the product was viewed.</source>
      <translation>Sagen Sie, in welcher Spalte steht, wann das Produkt angesehen wurde.</translation>
    </message>
    <message>
      <source>What is about the customers stays out here ({columns}): import this same file once more as customers to take it in.</source>
      <translation>Was von den Kunden erzählt, bleibt hier draußen ({columns}): Importieren Sie dieselbe Datei noch einmal als Kunden, um es zu übernehmen.</translation>
    </message>
  </context>
  <context>
    <name>Narrowing</name>
    <message numerus="yes">
      <source>%Ln messages</source>
      <translation>
        <numerusform>%Ln Nachricht</numerusform>
        <numerusform>%Ln Nachrichten</numerusform>
      </translation>
    </message>
    <message>
      <source>Only “{campaign}”</source>
      <translation>Nur „{campaign}“</translation>
    </message>
    <message>
      <source>Show all campaigns again, not only “{campaign}”</source>
      <translation>Wieder alle Kampagnen zeigen, nicht nur „{campaign}“</translation>
    </message>
    <message>
      <source>Show all causes again, not only: {cause}</source>
      <translation>Wieder alle Ursachen zeigen, nicht nur: {cause}</translation>
    </message>
    <message>
      <source>brought back {money}</source>
      <translation>brachte {money} zurück</translation>
    </message>
  </context>
  <context>
    <name>NeedsCard</name>
    <message>
      <source>Needs your attention</source>
      <translation>Braucht Ihre Aufmerksamkeit</translation>
    </message>
    <message>
      <source>Nothing. Everything is as it should be.</source>
      <translation>Nichts. Alles ist, wie es sein soll.</translation>
    </message>
    <message>
      <source>Put away.</source>
      <translation>Abgelegt.</translation>
    </message>
    <message>
      <source>Put this away</source>
      <translation>Ablegen</translation>
    </message>
    <message numerus="yes">
      <source>Show %Ln more</source>
      <translation>
        <numerusform>%Ln weitere zeigen</numerusform>
        <numerusform>%Ln weitere zeigen</numerusform>
      </translation>
    </message>
    <message>
      <source>Show less</source>
      <translation>Weniger zeigen</translation>
    </message>
  </context>
  <context>
    <name>NoteField</name>
    <message>
      <source>A note for yourself; it is kept as you type</source>
      <translation>Eine Notiz für Sie; sie wird beim Tippen gesichert</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
    <message numerus="yes">
      <source>%Ln messages wait and go as soon as it answers.</source>
      <translation>
        <numerusform>%Ln Nachricht wartet und geht hinaus, sobald die Verbindung steht.</numerusform>
        <numerusform>%Ln Nachrichten warten und gehen hinaus, sobald die Verbindung steht.</numerusform>
      </translation>
    </message>
    <message>
      <source>A campaign</source>
      <translation>Eine Kampagne</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Handeln</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <source>Check the connection</source>
      <translation>Verbindung prüfen</translation>
    </message>
    <message>
      <source>Choose another…</source>
      <translation>Anderen wählen…</translation>
    </message>
    <message>
      <source>Clock</source>
      <translation>Uhr</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>Beschädigt</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Fix…</source>
      <translation>Beheben…</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Import again…</source>
      <translation>Erneut importieren…</translation>
    </message>
    <message>
      <source>Look at it…</source>
      <translation>Ansehen…</translation>
    </message>
    <message>
      <source>Nobody waits for it right now.</source>
      <translation>Gerade wartet niemand darauf.</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message numerus="yes">
      <source>Nothing was sent to the %Ln people who wait; they stay in the queue.</source>
      <translation>
        <numerusform>An den Wartenden wurde nichts gesendet; die Nachricht bleibt in der Warteschlange.</numerusform>
        <numerusform>An die %Ln Wartenden wurde nichts gesendet; sie bleiben in der Warteschlange.</numerusform>
      </translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>Offline</translation>
    </message>
    <message>
      <source>Open the campaign</source>
      <translation>Kampagne öffnen</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <source>Read it</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>Restore a copy…</source>
      <translation>Kopie wiederherstellen…</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show what waits</source>
      <translation>Wartendes zeigen</translation>
    </message>
    <message>
      <source>Show why</source>
      <translation>Zeigen, warum</translation>
    </message>
    <message>
      <source>Somebody who is no customer of yours</source>
      <translation>Jemand, der nicht zu Ihren Kunden gehört</translation>
    </message>
    <message>
      <source>The clock of this PC is behind what was already recorded. Nothing is sent until it is right, so that nobody is written to twice or at night. Set date and time of this PC.</source>
      <translation>Die Uhr dieses PCs geht dem nach, was schon aufgezeichnet ist. Nichts wird gesendet, bis sie stimmt, damit niemand doppelt oder nachts angeschrieben wird. Stellen Sie Datum und Uhrzeit dieses PCs.</translation>
    </message>
    <message>
      <source>The clock of this PC says {day}, and this program last ran on {last_day}. If a wrong date were believed, all that waits would be too old to send. So nothing is sent and nothing grows old until you say that it is right, or set it.</source>
      <translation>Die Uhr dieses PCs sagt {day}, und zuletzt lief das Programm am {last_day}. Würde ein falsches Datum geglaubt, wäre alles, was wartet, zu alt zum Senden. Deshalb wird nichts gesendet und nichts verfällt, bis Sie sagen, dass es stimmt, oder es stellen.</translation>
    </message>
    <message>
      <source>The date is right</source>
      <translation>Das Datum stimmt</translation>
    </message>
    <message>
      <source>The file of this shop is damaged. Nothing is sent from it, so that nobody is written to wrongly. Restore a copy of it.</source>
      <translation>Die Datei dieses Ladens ist beschädigt. Von ihr wird nichts gesendet, damit niemand falsch angeschrieben wird. Stellen Sie eine Kopie wieder her.</translation>
    </message>
    <message>
      <source>The file of this shop is damaged. Nothing is sent from it, so that nobody is written to wrongly. The newest good copy is {copy}; restore it.</source>
      <translation>Die Datei dieses Ladens ist beschädigt. Von ihr wird nichts gesendet, damit niemand falsch angeschrieben wird. Die neueste gute Kopie ist {copy}; stellen Sie sie wieder her.</translation>
    </message>
    <message>
      <source>The program ended in the middle of “{file}”: it was taken back whole, and your customers are as they were before it. Import it again.</source>
      <translation>Das Programm endete mitten in „{file}“: Der Import wurde ganz zurückgenommen, und Ihre Kunden sind wie zuvor. Importieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
      <source>The watched folder “{folder}” can't be reached. Nothing that is put there comes in, lists of those who said no included.</source>
      <translation>Der überwachte Ordner „{folder}“ ist nicht erreichbar. Was dort abgelegt wird, kommt nicht herein, auch keine Listen derer, die nein gesagt haben.</translation>
    </message>
    <message>
      <source>What waits for it goes as soon as it answers.</source>
      <translation>Was darauf wartet, geht hinaus, sobald es antwortet.</translation>
    </message>
    <message>
      <source>a forgotten customer</source>
      <translation>ein vergessener Kunde</translation>
    </message>
    <message>
      <source>it does not accept your password or key</source>
      <translation>Ihr Passwort oder Schlüssel wird nicht angenommen</translation>
    </message>
    <message>
      <source>it refused your account</source>
      <translation>Ihr Konto wurde abgelehnt</translation>
    </message>
    <message>
      <source>something in the connection is set wrongly</source>
      <translation>in der Verbindung ist etwas falsch eingestellt</translation>
    </message>
    <message>
      <source>your account has no money left</source>
      <translation>auf Ihrem Konto ist kein Guthaben mehr</translation>
    </message>
    <message>
      <source>your account may not send this yet</source>
      <translation>Ihr Konto darf das noch nicht senden</translation>
    </message>
    <message>
      <source>your sender is not verified</source>
      <translation>Ihr Absender ist nicht bestätigt</translation>
    </message>
    <message>
      <source>{provider} can't be reached{words}. {queue} It is tried again by itself.</source>
      <translation>{provider} ist nicht erreichbar{words}. {queue} Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
      <source>{provider} could not be asked who said no{words}. Nothing goes by {channel} until it was, so that nobody is written to who said no.</source>
      <translation>{provider} konnte nicht gefragt werden, wer Nein gesagt hat{words}. Bis dahin geht nichts über {channel}, damit niemand angeschrieben wird, der Nein gesagt hat.</translation>
    </message>
    <message>
      <source>{provider} refused: {reason}{words}. {queue}</source>
      <translation>{provider} hat abgelehnt: {reason}{words}. {queue}</translation>
    </message>
    <message>
      <source>{who} answered by {channel} in words that may mean no more messages. To be safe nothing more goes there; read it and decide.</source>
      <translation>{who} hat über {channel} mit Worten geantwortet, die „keine Nachrichten mehr“ heißen können. Sicherheitshalber geht dorthin nichts mehr; lesen Sie die Antwort und entscheiden Sie.</translation>
    </message>
    <message>
      <source>{who} answered by {channel} in words that may mean that messages are welcome again. Nothing goes there until you note that agreement.</source>
      <translation>{who} hat über {channel} mit Worten geantwortet, die heißen können, dass Nachrichten wieder willkommen sind. Dorthin geht nichts, bis Sie diese Zustimmung notieren.</translation>
    </message>
    <message>
      <source>“{campaign}” did not start on its day{words}. Nobody was written to; it is a draft again.</source>
      <translation>„{campaign}“ ist an ihrem Tag nicht gestartet{words}. Niemand wurde angeschrieben; sie ist wieder ein Entwurf.</translation>
    </message>
    <message>
      <source>“{campaign}” was paused: {failed} of its last {of} messages were refused{words}. Nobody else is written to by it until you start it again.</source>
      <translation>„{campaign}“ wurde angehalten: {failed} ihrer letzten {of} Nachrichten wurden abgelehnt{words}. Sie schreibt niemanden mehr an, bis Sie sie wieder starten.</translation>
    </message>
    <message>
      <source>“{file}” came into the watched folder and can't be imported as it is. Look at it to see why.</source>
      <translation>„{file}“ kam in den beobachteten Ordner und lässt sich so nicht importieren. Sehen Sie nach, warum.</translation>
    </message>
    <message>
      <source>“{file}” came into the watched folder and was not imported: its columns are not known yet, or leave something open. Look at it once; the next one like it comes in by itself.</source>
      <translation>„{file}“ kam in den beobachteten Ordner und wurde nicht importiert: Die Spalten sind noch nicht bekannt oder lassen etwas offen. Sehen Sie sie einmal an; die nächste dieser Art kommt von selbst herein.</translation>
    </message>
  </context>
  <context>
    <name>OwnedCard</name>
    <message numerus="yes">
      <source>%Ln came back</source>
      <translation>
        <numerusform>%Ln zurückgekommen</numerusform>
        <numerusform>%Ln zurückgekommen</numerusform>
      </translation>
    </message>
    <message>
      <source>Bring back</source>
      <translation>Zurückholen</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>Duplizieren</translation>
    </message>
    <message>
      <source>Go on…</source>
      <translation>Fortfahren…</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>More for “{name}”</source>
      <translation>Mehr zu „{name}“</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open “{name}”</source>
      <translation>„{name}“ öffnen</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Progress of “{name}”</source>
      <translation>Fortschritt von „{name}“</translation>
    </message>
    <message>
      <source>Put away</source>
      <translation>Ablegen</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>Stop for good</source>
      <translation>Endgültig stoppen</translation>
    </message>
    <message>
      <source>Take off the calendar</source>
      <translation>Aus dem Kalender nehmen</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>ended {when}</source>
      <translation>beendet {when}</translation>
    </message>
    <message>
      <source>made {when}</source>
      <translation>angelegt {when}</translation>
    </message>
    <message>
      <source>started {when}</source>
      <translation>gestartet {when}</translation>
    </message>
    <message>
      <source>starts {when}</source>
      <translation>startet {when}</translation>
    </message>
    <message>
      <source>{sent} of {all} sent</source>
      <translation>{sent} von {all} gesendet</translation>
    </message>
  </context>
  <context>
    <name>OwnedSection</name>
    <message>
      <source>At any time</source>
      <translation>Jederzeit</translation>
    </message>
    <message>
      <source>Every kind</source>
      <translation>Jede Art</translation>
    </message>
    <message>
      <source>Every state</source>
      <translation>Jeder Stand</translation>
    </message>
    <message numerus="yes">
      <source>In the last %Ln days</source>
      <translation>
        <numerusform>Am letzten %Ln Tag</numerusform>
        <numerusform>In den letzten %Ln Tagen</numerusform>
      </translation>
    </message>
    <message>
      <source>No campaign is like that.</source>
      <translation>Keine Kampagne ist so.</translation>
    </message>
    <message>
      <source>No campaign of your own yet. Choose an idea:</source>
      <translation>Noch keine eigene Kampagne. Wählen Sie eine Idee:</translation>
    </message>
    <message>
      <source>Put away</source>
      <translation>Ablegen</translation>
    </message>
    <message>
      <source>Show all of them</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <source>What it is about</source>
      <translation>Worum es geht</translation>
    </message>
    <message>
      <source>When it was</source>
      <translation>Wann es war</translation>
    </message>
    <message>
      <source>Where it stands</source>
      <translation>Wie es um sie steht</translation>
    </message>
  </context>
  <context>
    <name>PagedTable</name>
    <message>
      <source>Sort by</source>
      <translation>Sortieren nach</translation>
    </message>
  </context>
  <context>
    <name>Papers</name>
    <message>
      <source>Call sheet</source>
      <translation>Anrufliste</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Etiketten</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation>Briefe</translation>
    </message>
    <message>
      <source>Nobody is rung before {start} or after {end}. Enter in the list how each one ended.</source>
      <translation>Vor {start} und nach {end} wird niemand angerufen. Tragen Sie in der Liste ein, wie jeder Anruf ausging.</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>You get this letter because you are a customer of {shop}. If you want no more of them, just tell us.</source>
      <translation>Sie bekommen diesen Brief, weil Sie Kunde bei {shop} sind. Wenn Sie keine weiteren möchten, sagen Sie es uns einfach.</translation>
    </message>
  </context>
  <context>
    <name>Parts</name>
    <message>
      <source>Line below</source>
      <translation>Zeile darunter</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Betreff</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
  </context>
  <context>
    <name>Pieces</name>
    <message>
      <source>Button</source>
      <translation>Schaltfläche</translation>
    </message>
    <message>
      <source>Greeting</source>
      <translation>Anrede</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>Linie</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <source>Offer with a code</source>
      <translation>Angebot mit Code</translation>
    </message>
    <message>
      <source>Products</source>
      <translation>Produkte</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Überschrift</translation>
    </message>
  </context>
  <context>
    <name>PlanPreview</name>
    <message>
      <source>Nobody gets it yet: there is nobody to show it for.</source>
      <translation>Noch bekommt sie niemand: Es gibt niemanden, für den sie sich zeigen ließe.</translation>
    </message>
    <message>
      <source>Text {letter}</source>
      <translation>Text {letter}</translation>
    </message>
    <message>
      <source>The customer before</source>
      <translation>Der Kunde davor</translation>
    </message>
    <message>
      <source>The next customer</source>
      <translation>Der nächste Kunde</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} von {count}</translation>
    </message>
  </context>
  <context>
    <name>Presence</name>
    <message>
      <source>Quitting</source>
      <translation>Wird beendet</translation>
    </message>
  </context>
  <context>
    <name>PreviewPane</name>
    <message>
      <source>An invented customer</source>
      <translation>Ein erfundener Kunde</translation>
    </message>
    <message>
      <source>Find a customer…</source>
      <translation>Kunden finden…</translation>
    </message>
    <message>
      <source>How it reads is shown as soon as this is mended:</source>
      <translation>Wie es sich liest, wird gezeigt, sobald das behoben ist:</translation>
    </message>
    <message>
      <source>Replace the costly signs</source>
      <translation>Teure Zeichen ersetzen</translation>
    </message>
    <message>
      <source>See it as</source>
      <translation>Ansehen als</translation>
    </message>
    <message>
      <source>Worst case: hardly anything known</source>
      <translation>Schlimmster Fall: kaum etwas bekannt</translation>
    </message>
    <message>
      <source>Worst case: the longest name, {name}</source>
      <translation>Schlimmster Fall: der längste Name, {name}</translation>
    </message>
  </context>
  <context>
    <name>PrivacySection</name>
    <message numerus="yes">
      <source>%Ln addresses</source>
      <translation>
        <numerusform>%Ln Adresse</numerusform>
        <numerusform>%Ln Adressen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln addresses, the latest of them are shown.</source>
      <translation>
        <numerusform>%Ln Adresse, die neueste ist zu sehen.</numerusform>
        <numerusform>%Ln Adressen, die neuesten davon sind zu sehen.</numerusform>
      </translation>
    </message>
    <message>
      <source>(forgotten)</source>
      <translation>(vergessen)</translation>
    </message>
    <message>
      <source>A paragraph for your privacy notice</source>
      <translation>Ein Absatz für Ihre Datenschutzerklärung</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>All channels</source>
      <translation>Alle Kanäle</translation>
    </message>
    <message>
      <source>Came back undelivered</source>
      <translation>Kam unzustellbar zurück</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>Kanal</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copy the paragraph</source>
      <translation>Absatz kopieren</translation>
    </message>
    <message>
      <source>Find a customer…</source>
      <translation>Kunden finden…</translation>
    </message>
    <message>
      <source>Forget what was looked at after</source>
      <translation>Angesehenes vergessen nach</translation>
    </message>
    <message>
      <source>Language of the paragraph</source>
      <translation>Sprache des Absatzes</translation>
    </message>
    <message>
      <source>Marked it as spam</source>
      <translation>Als Spam markiert</translation>
    </message>
    <message>
      <source>Never written to</source>
      <translation>Nie angeschrieben</translation>
    </message>
    <message>
      <source>No address with these letters is on the list.</source>
      <translation>Keine Adresse mit diesen Buchstaben steht auf der Liste.</translation>
    </message>
    <message>
      <source>Nobody is written to who has not said yes on that channel. Every yes and no is kept with its day, its source and its words; an import can record a first yes, and only the customer or you can turn a no back.</source>
      <translation>Niemand wird angeschrieben, der auf dem Kanal nicht Ja gesagt hat. Jedes Ja und Nein bleibt mit Tag, Quelle und Wortlaut; ein Import kann ein erstes Ja eintragen, und nur die Person selbst oder Sie können ein Nein umkehren.</translation>
    </message>
    <message>
      <source>One person's data</source>
      <translation>Die Daten einer Person</translation>
    </message>
    <message>
      <source>Orders and messages stay until you forget the person.</source>
      <translation>Bestellungen und Nachrichten bleiben, bis Sie die Person vergessen.</translation>
    </message>
    <message>
      <source>Part of an address</source>
      <translation>Teil einer Adresse</translation>
    </message>
    <message>
      <source>Ready to be copied into yours. It says what is kept and why, with your own limits.</source>
      <translation>Bereit zum Kopieren in Ihre Erklärung. Er sagt, was aufbewahrt wird und warum, mit Ihren eigenen Grenzen.</translation>
    </message>
    <message>
      <source>Said no</source>
      <translation>Hat Nein gesagt</translation>
    </message>
    <message>
      <source>Search in the list</source>
      <translation>In der Liste suchen</translation>
    </message>
    <message>
      <source>Since</source>
      <translation>Seit</translation>
    </message>
    <message>
      <source>Somebody asks what you know, or wants to be forgotten: find the customer, whose panel exports or forgets everything. Only an unreadable mark stays, so that no import brings anybody back.</source>
      <translation>Jemand fragt, was Sie wissen, oder möchte vergessen werden: Suchen Sie den Kunden; neben ihm lässt sich alles exportieren oder vergessen. Es bleibt nur eine unlesbare Marke, damit kein Import jemanden zurückbringt.</translation>
    </message>
    <message>
      <source>The list is empty. Whoever says no, or whose address fails, comes on it without your help.</source>
      <translation>Die Liste ist leer. Wer Nein sagt oder wessen Adresse nicht geht, kommt von selbst darauf.</translation>
    </message>
    <message>
      <source>The paragraph</source>
      <translation>Der Absatz</translation>
    </message>
    <message>
      <source>The paragraph was copied.</source>
      <translation>Der Absatz wurde kopiert.</translation>
    </message>
    <message>
      <source>Was forgotten</source>
      <translation>Wurde vergessen</translation>
    </message>
    <message>
      <source>Who agreed to what</source>
      <translation>Wer wozu zugestimmt hat</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <source>days</source>
      <translation>Tage</translation>
    </message>
  </context>
  <context>
    <name>Problems</name>
    <message>
      <source>A “{{” is never closed.</source>
      <translation>Ein „{{“ wird nie geschlossen.</translation>
    </message>
    <message>
      <source>It has more than {0} fields and commands.</source>
      <translation>Er hat mehr als {0} Felder und Befehle.</translation>
    </message>
    <message>
      <source>It is longer than {0} signs.</source>
      <translation>Sie ist länger als {0} Zeichen.</translation>
    </message>
    <message>
      <source>It needs a subject.</source>
      <translation>Sie braucht einen Betreff.</translation>
    </message>
    <message>
      <source>Meta approves no text that begins or ends with a field.</source>
      <translation>Meta genehmigt keinen Text, der mit einem Feld beginnt oder endet.</translation>
    </message>
    <message>
      <source>Nobody knows what time it is where these customers live, so it could ring at night.</source>
      <translation>Niemand weiß, wie spät es bei diesen Kunden ist; es könnte nachts klingeln.</translation>
    </message>
    <message>
      <source>The clock of this PC can't be right. They go when date and time are set.</source>
      <translation>Die Uhr dieses PCs kann nicht stimmen. Sie gehen hinaus, wenn Datum und Uhrzeit gestellt sind.</translation>
    </message>
    <message>
      <source>The text can't be filled in: {0}.</source>
      <translation>Der Text lässt sich nicht ausfüllen: {0}.</translation>
    </message>
    <message>
      <source>The text does too much: {0}.</source>
      <translation>Der Text tut zu viel: {0}.</translation>
    </message>
    <message>
      <source>There is no field “{0}”.</source>
      <translation>Ein Feld „{0}“ gibt es nicht.</translation>
    </message>
    <message>
      <source>There is no filter “{0}”.</source>
      <translation>Einen Filter „{0}“ gibt es nicht.</translation>
    </message>
    <message>
      <source>This can't be read: {0}.</source>
      <translation>Das lässt sich nicht lesen: {0}.</translation>
    </message>
    <message>
      <source>WhatsApp's approved texts know fields only, no “{% … %}”.</source>
      <translation>Von WhatsApp genehmigte Texte kennen nur Felder, kein „{% … %}“.</translation>
    </message>
    <message>
      <source>the message was refused</source>
      <translation>die Nachricht wurde abgelehnt</translation>
    </message>
    <message>
      <source>{channel} is not connected. They go as soon as it is.</source>
      <translation>{channel} ist nicht verbunden. Sie gehen hinaus, sobald der Kanal verbunden ist.</translation>
    </message>
    <message>
      <source>{source}: nobody knows whether they arrived{words}. Nothing is sent twice by itself.</source>
      <translation>{source}: Niemand weiß, ob sie angekommen sind{words}. Nichts wird von selbst doppelt gesendet.</translation>
    </message>
    <message>
      <source>{source}: {reason}{words}. These were not sent.</source>
      <translation>{source}: {reason}{words}. Diese wurden nicht gesendet.</translation>
    </message>
    <message>
      <source>{source}: {reason}{words}. They stay in the queue until that is mended.</source>
      <translation>{source}: {reason}{words}. Sie bleiben in der Warteschlange, bis das behoben ist.</translation>
    </message>
    <message>
      <source>“{0}” can't be used here.</source>
      <translation>„{0}“ ist hier nicht verwendbar.</translation>
    </message>
    <message>
      <source>“{0}” is empty for this customer, who would be left out. Give it words to stand in: | default: "…"</source>
      <translation>„{0}“ ist bei diesem Kunden leer; die Nachricht fiele aus. Geben Sie Ersatzworte an: | default: "…"</translation>
    </message>
    <message>
      <source>“{0}” is never closed.</source>
      <translation>„{0}“ wird nie geschlossen.</translation>
    </message>
  </context>
  <context>
    <name>ProblemsView</name>
    <message numerus="yes">
      <source>%Ln messages are sent again.</source>
      <translation>
        <numerusform>%Ln Nachricht wird noch einmal gesendet.</numerusform>
        <numerusform>%Ln Nachrichten werden noch einmal gesendet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are tried again.</source>
      <translation>
        <numerusform>%Ln Nachricht wird erneut versucht.</numerusform>
        <numerusform>%Ln Nachrichten werden erneut versucht.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages count as sent.</source>
      <translation>
        <numerusform>%Ln Nachricht gilt als gesendet.</numerusform>
        <numerusform>%Ln Nachrichten gelten als gesendet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages go with the next sending.</source>
      <translation>
        <numerusform>%Ln Nachricht geht mit dem nächsten Versand hinaus.</numerusform>
        <numerusform>%Ln Nachrichten gehen mit dem nächsten Versand hinaus.</numerusform>
      </translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Noch einmal prüfen</translation>
    </message>
    <message>
      <source>Choose another column</source>
      <translation>Andere Spalte wählen</translation>
    </message>
    <message>
      <source>Choose the separator</source>
      <translation>Trennzeichen wählen</translation>
    </message>
    <message>
      <source>Nothing is wrong in this file.</source>
      <translation>In dieser Datei ist nichts falsch.</translation>
    </message>
    <message>
      <source>Open settings</source>
      <translation>Einstellungen öffnen</translation>
    </message>
    <message>
      <source>Open templates</source>
      <translation>Vorlagen öffnen</translation>
    </message>
    <message>
      <source>Problems by their cause</source>
      <translation>Probleme nach Ursache</translation>
    </message>
    <message>
      <source>Save these rows…</source>
      <translation>Diese Zeilen sichern…</translation>
    </message>
    <message>
      <source>Say how dates are written</source>
      <translation>Sagen, wie Datumsangaben geschrieben sind</translation>
    </message>
    <message>
      <source>Say where the numbers are from</source>
      <translation>Sagen, woher die Nummern sind</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>Noch einmal senden</translation>
    </message>
    <message>
      <source>Send anyway</source>
      <translation>Trotzdem senden</translation>
    </message>
    <message numerus="yes">
      <source>Show %Ln more</source>
      <translation>
        <numerusform>%Ln weitere zeigen</numerusform>
        <numerusform>%Ln weitere zeigen</numerusform>
      </translation>
    </message>
    <message>
      <source>Show less</source>
      <translation>Weniger zeigen</translation>
    </message>
    <message>
      <source>Show the customers</source>
      <translation>Kunden zeigen</translation>
    </message>
    <message>
      <source>Show them</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>These rows come in without this value.</source>
      <translation>Diese Zeilen kommen ohne diesen Wert herein.</translation>
    </message>
    <message>
      <source>These rows stay out.</source>
      <translation>Diese Zeilen bleiben draußen.</translation>
    </message>
    <message>
      <source>Treat as sent</source>
      <translation>Als gesendet werten</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <source>line {line}</source>
      <translation>Zeile {line}</translation>
    </message>
    <message>
      <source>“{text}”</source>
      <translation>„{text}“</translation>
    </message>
  </context>
  <context>
    <name>ProgramSection</name>
    <message>
      <source>%</source>
      <translation>%</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <source>Ask me</source>
      <translation>Mich fragen</translation>
    </message>
    <message>
      <source>At most one notice for each run; what goes wrong is always told.</source>
      <translation>Höchstens ein Hinweis pro Lauf; was schiefgeht, wird immer gemeldet.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>It starts in the background, so that no daily check is missed.</source>
      <translation>Es startet im Hintergrund, damit keine tägliche Prüfung ausfällt.</translation>
    </message>
    <message>
      <source>Keep sending in the background</source>
      <translation>Im Hintergrund weiter senden</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Start when I log in</source>
      <translation>Starten, wenn ich mich anmelde</translation>
    </message>
    <message>
      <source>Takes effect at the next start.</source>
      <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
      <source>Tell me what was sent</source>
      <translation>Melden, was gesendet wurde</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Schriftgröße</translation>
    </message>
    <message>
      <source>When you close the window</source>
      <translation>Wenn Sie das Fenster schließen</translation>
    </message>
    <message>
      <source>While the window is closed</source>
      <translation>Solange das Fenster zu ist</translation>
    </message>
  </context>
  <context>
    <name>ProgressPage</name>
    <message numerus="yes">
      <source>%Ln rows</source>
      <translation>
        <numerusform>%Ln Zeile</numerusform>
        <numerusform>%Ln Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <source>Cancel takes everything back that was written so far.</source>
      <translation>Abbrechen nimmt alles zurück, was bisher geschrieben wurde.</translation>
    </message>
    <message>
      <source>Cancelling…</source>
      <translation>Wird abgebrochen …</translation>
    </message>
    <message>
      <source>Importing…</source>
      <translation>Wird importiert…</translation>
    </message>
    <message>
      <source>Progress of the import</source>
      <translation>Fortschritt des Imports</translation>
    </message>
    <message>
      <source>What was written so far is being taken back.</source>
      <translation>Was bisher geschrieben wurde, wird zurückgenommen.</translation>
    </message>
    <message>
      <source>{done} of {all} entries are written</source>
      <translation>{done} von {all} Einträgen sind geschrieben</translation>
    </message>
    <message>
      <source>{rows} rows a second</source>
      <translation>{rows} Zeilen pro Sekunde</translation>
    </message>
  </context>
  <context>
    <name>Proof</name>
    <message numerus="yes">
      <source>%Ln SMS parts</source>
      <translation>
        <numerusform>%Ln SMS-Teil</numerusform>
        <numerusform>%Ln SMS-Teile</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>About %Ln seconds to say</source>
      <translation>
        <numerusform>Etwa %Ln Sekunde zu sprechen</numerusform>
        <numerusform>Etwa %Ln Sekunden zu sprechen</numerusform>
      </translation>
    </message>
    <message>
      <source>{signs} makes it 70 per part</source>
      <translation>{signs} macht daraus 70 pro Teil</translation>
    </message>
  </context>
  <context>
    <name>Provider</name>
    <message>
      <source>API key</source>
      <translation>API-Schlüssel</translation>
    </message>
    <message>
      <source>API secret</source>
      <translation>API-Geheimnis</translation>
    </message>
    <message>
      <source>API version</source>
      <translation>API-Version</translation>
    </message>
    <message>
      <source>Access key ID</source>
      <translation>Zugriffsschlüssel-ID</translation>
    </message>
    <message>
      <source>Access token</source>
      <translation>Zugriffstoken</translation>
    </message>
    <message>
      <source>Account SID</source>
      <translation>Account-SID</translation>
    </message>
    <message>
      <source>App ID</source>
      <translation>App-ID</translation>
    </message>
    <message>
      <source>App secret</source>
      <translation>App-Geheimnis</translation>
    </message>
    <message>
      <source>Assistant ID</source>
      <translation>Assistenten-ID</translation>
    </message>
    <message>
      <source>At most</source>
      <translation>Höchstens</translation>
    </message>
    <message>
      <source>Auth token</source>
      <translation>Auth-Token</translation>
    </message>
    <message>
      <source>Business account ID</source>
      <translation>Geschäftskonto-ID</translation>
    </message>
    <message>
      <source>Class ID</source>
      <translation>Klassen-ID</translation>
    </message>
    <message>
      <source>Configuration set</source>
      <translation>Konfigurationssatz</translation>
    </message>
    <message>
      <source>Contact list</source>
      <translation>Kontaktliste</translation>
    </message>
    <message>
      <source>Encryption</source>
      <translation>Verschlüsselung</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>From (e-mail)</source>
      <translation>Von (E-Mail)</translation>
    </message>
    <message>
      <source>From (name)</source>
      <translation>Von (Name)</translation>
    </message>
    <message>
      <source>From (number)</source>
      <translation>Von (Nummer)</translation>
    </message>
    <message>
      <source>Issuer ID</source>
      <translation>Aussteller-ID</translation>
    </message>
    <message>
      <source>Its password</source>
      <translation>Sein Passwort</translation>
    </message>
    <message>
      <source>Message stream</source>
      <translation>Nachrichtenstrom</translation>
    </message>
    <message>
      <source>Messaging service SID</source>
      <translation>Messaging-Service-SID</translation>
    </message>
    <message>
      <source>Opt-outs go to</source>
      <translation>Abmeldungen gehen an</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Passwort</translation>
    </message>
    <message>
      <source>Phone number ID</source>
      <translation>Telefonnummer-ID</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>Postal address (Your shop)</source>
      <translation>Postanschrift (Ihr Laden)</translation>
    </message>
    <message>
      <source>Project ID</source>
      <translation>Projekt-ID</translation>
    </message>
    <message>
      <source>Proxy</source>
      <translation>Proxy</translation>
    </message>
    <message>
      <source>Queue (SQS)</source>
      <translation>Warteschlange (SQS)</translation>
    </message>
    <message>
      <source>Region</source>
      <translation>Region</translation>
    </message>
    <message>
      <source>Secret access key</source>
      <translation>Geheimer Zugriffsschlüssel</translation>
    </message>
    <message>
      <source>Sender ID</source>
      <translation>Absender-ID</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Server token</source>
      <translation>Server-Token</translation>
    </message>
    <message>
      <source>Service account (JSON)</source>
      <translation>Dienstkonto (JSON)</translation>
    </message>
    <message>
      <source>User name</source>
      <translation>Benutzername</translation>
    </message>
    <message>
      <source>WhatsApp number</source>
      <translation>WhatsApp-Nummer</translation>
    </message>
  </context>
  <context>
    <name>ProviderView</name>
    <message>
      <source>A whole message to your own address, with every link as your customers get it.</source>
      <translation>Eine ganze Nachricht an Ihre eigene Adresse, mit jedem Link, wie Ihre Kunden sie bekommen.</translation>
    </message>
    <message>
      <source>As fast as it takes them</source>
      <translation>So schnell, wie es geht</translation>
    </message>
    <message>
      <source>Asking… nothing is sent.</source>
      <translation>Wird gefragt… gesendet wird nichts.</translation>
    </message>
    <message>
      <source>Asks whether messages would be taken; sends none.</source>
      <translation>Fragt, ob Nachrichten angenommen würden; sendet keine.</translation>
    </message>
    <message>
      <source>Disconnect</source>
      <translation>Trennen</translation>
    </message>
    <message>
      <source>Disconnect {provider}</source>
      <translation>{provider} trennen</translation>
    </message>
    <message>
      <source>File…</source>
      <translation>Datei…</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>Verbergen</translation>
    </message>
    <message>
      <source>None (only on this PC)</source>
      <translation>Keine (nur auf diesem PC)</translation>
    </message>
    <message>
      <source>Open that page</source>
      <translation>Diese Seite öffnen</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Sichern</translation>
    </message>
    <message>
      <source>Saved – type to replace</source>
      <translation>Gesichert – zum Ersetzen tippen</translation>
    </message>
    <message>
      <source>Send me a test…</source>
      <translation>Test an mich…</translation>
    </message>
    <message>
      <source>Set up</source>
      <translation>Einrichten</translation>
    </message>
    <message>
      <source>Show or hide what is typed</source>
      <translation>Eingabe zeigen oder verbergen</translation>
    </message>
    <message>
      <source>Still missing: {fields}.</source>
      <translation>Es fehlt noch: {fields}.</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Testen</translation>
    </message>
    <message>
      <source>Test {provider}</source>
      <translation>{provider} testen</translation>
    </message>
    <message>
      <source>Tested {when}</source>
      <translation>Getestet {when}</translation>
    </message>
    <message>
      <source>Testing…</source>
      <translation>Wird getestet…</translation>
    </message>
    <message>
      <source>The key's file</source>
      <translation>Die Datei des Schlüssels</translation>
    </message>
    <message>
      <source>The keys of {provider} were removed from this PC.</source>
      <translation>Die Schlüssel von {provider} wurden von diesem PC entfernt.</translation>
    </message>
    <message>
      <source>There is no text for {channel} yet. Nothing was sent; write one under Templates first.</source>
      <translation>Für {channel} gibt es noch keinen Text. Nichts wurde gesendet; schreiben Sie zuerst einen unter Vorlagen.</translation>
    </message>
    <message>
      <source>Use it for: {channel}</source>
      <translation>Verwenden für: {channel}</translation>
    </message>
    <message>
      <source>a minute</source>
      <translation>pro Minute</translation>
    </message>
    <message>
      <source>✓ Saved in {place}.</source>
      <translation>✓ Gesichert in {place}.</translation>
    </message>
  </context>
  <context>
    <name>Providers</name>
    <message>
      <source>A user of your AWS account that may “ses:SendEmail” and “ses:List*”, and its access key.</source>
      <translation>Ein Nutzer Ihres AWS-Kontos mit den Rechten „ses:SendEmail“ und „ses:List*“ und sein Zugriffsschlüssel.</translation>
    </message>
    <message>
      <source>A user of your AWS account that may “sns:Publish” and “sns:ListPhoneNumbersOptedOut”.</source>
      <translation>Ein Nutzer Ihres AWS-Kontos mit den Rechten „sns:Publish“ und „sns:ListPhoneNumbersOptedOut“.</translation>
    </message>
    <message>
      <source>API Keys in Resend's menu. Your domain must be verified there under Domains.</source>
      <translation>„API Keys“ im Menü von Resend. Ihre Domain muss dort unter „Domains“ bestätigt sein.</translation>
    </message>
    <message>
      <source>API Keys in Vapi's dashboard, the private one.</source>
      <translation>„API Keys“ im Dashboard von Vapi, der private.</translation>
    </message>
    <message>
      <source>Account SID and Auth Token stand on the first page of the Twilio Console; the number under Phone Numbers.</source>
      <translation>Account SID und Auth Token stehen auf der ersten Seite der Twilio Console; die Nummer unter „Phone Numbers“.</translation>
    </message>
    <message>
      <source>Choose it for a channel above, and its messages wait in a list instead of going by themselves: you call, write or post them, and say in one click how each ended. Limits, agreement and results are the same as for any message.</source>
      <translation>Wählen Sie es oben für einen Kanal, dann warten seine Nachrichten in einer Liste, statt von selbst zu gehen: Sie rufen an, schreiben oder schicken sie und sagen mit einem Klick, wie es ausging. Grenzen, Zustimmung und Ergebnisse sind wie bei jeder Nachricht.</translation>
    </message>
    <message>
      <source>Costs nothing beyond your mailbox. Most hosts let some hundred mails a day through.</source>
      <translation>Kostet nichts über Ihr Postfach hinaus. Die meisten Anbieter lassen einige Hundert Mails am Tag durch.</translation>
    </message>
    <message>
      <source>Costs nothing but your time.</source>
      <translation>Kostet nichts als Ihre Zeit.</translation>
    </message>
    <message>
      <source>Costs nothing.</source>
      <translation>Kostet nichts.</translation>
    </message>
    <message>
      <source>Costs nothing. Without it bounces, answers and mailed opt-outs are not noticed.</source>
      <translation>Kostet nichts. Ohne es bleiben Unzustellbares, Antworten und Abmeldungen per Mail unbemerkt.</translation>
    </message>
    <message>
      <source>Costs nothing; you need an app that customers have installed.</source>
      <translation>Kostet nichts; Sie brauchen eine App, die Ihre Kunden installiert haben.</translation>
    </message>
    <message>
      <source>Free for small shops; you need an app or a website that customers have allowed.</source>
      <translation>Für kleine Läden kostenlos; Sie brauchen eine App oder Website, die Ihre Kunden erlaubt haben.</translation>
    </message>
    <message>
      <source>Key and secret stand on the first page of Vonage's dashboard.</source>
      <translation>Schlüssel und Geheimnis stehen auf der ersten Seite des Dashboards von Vonage.</translation>
    </message>
    <message>
      <source>Most networks have none. Fill it in only where the program can't get out without.</source>
      <translation>Die meisten Netze haben keinen. Nur ausfüllen, wo das Programm sonst nicht hinauskommt.</translation>
    </message>
    <message>
      <source>Needs no key: nothing leaves this PC.</source>
      <translation>Braucht keinen Schlüssel: Nichts verlässt diesen PC.</translation>
    </message>
    <message>
      <source>Only pretend</source>
      <translation>Nur vorgetäuscht</translation>
    </message>
    <message>
      <source>Only pretended</source>
      <translation>Nur vorgetäuscht</translation>
    </message>
    <message>
      <source>Phone number ID and a permanent token stand on the WhatsApp page of your app at Meta. Meta approves each text before it may be sent.</source>
      <translation>Telefonnummer-ID und ein dauerhaftes Token stehen auf der WhatsApp-Seite Ihrer App bei Meta. Meta genehmigt jeden Text, bevor er gesendet werden darf.</translation>
    </message>
    <message>
      <source>Project settings, Service accounts at Firebase: a new private key, and the id.</source>
      <translation>„Project settings“, „Service accounts“ bei Firebase: ein neuer privater Schlüssel und die ID.</translation>
    </message>
    <message>
      <source>Settings, API Keys at SendGrid; allow “Mail Send” and “Suppressions: read”.</source>
      <translation>„Settings“, „API Keys“ bei SendGrid; erlauben Sie „Mail Send“ und „Suppressions: read“.</translation>
    </message>
    <message>
      <source>Settings, Keys &amp; IDs at OneSignal: the app's id and its API key.</source>
      <translation>„Settings“, „Keys &amp; IDs“ bei OneSignal: die ID der App und ihr API-Schlüssel.</translation>
    </message>
    <message>
      <source>The JSON key of a service account that is a user of your issuer in the Wallet console.</source>
      <translation>Der JSON-Schlüssel eines Dienstkontos, das in der Wallet-Konsole Nutzer Ihres Ausstellers ist.</translation>
    </message>
    <message>
      <source>The page “API Tokens” of your server at Postmark. Messages like these go through a broadcast stream.</source>
      <translation>Die Seite „API Tokens“ Ihres Servers bei Postmark. Solche Nachrichten gehen durch einen Broadcast-Strom.</translation>
    </message>
    <message>
      <source>What comes back to your mailbox</source>
      <translation>Was in Ihr Postfach zurückkommt</translation>
    </message>
    <message>
      <source>WhatsApp Business (Meta)</source>
      <translation>WhatsApp Business (Meta)</translation>
    </message>
    <message>
      <source>Whoever looks after your network names its address, such as http://proxy.example.com:3128, and a user name in it where one is asked for. Mail servers are reached without it.</source>
      <translation>Wer Ihr Netz betreut, nennt seine Adresse, etwa http://proxy.example.com:3128, und wo nötig einen Benutzernamen darin. Mailserver werden ohne ihn erreicht.</translation>
    </message>
    <message>
      <source>You pay Amazon for each mail, little; you need an AWS account out of its sandbox.</source>
      <translation>Sie zahlen Amazon pro Mail, wenig; Sie brauchen ein AWS-Konto außerhalb der „Sandbox“.</translation>
    </message>
    <message>
      <source>You pay Meta for each marketing message, by country; answers are free.</source>
      <translation>Sie zahlen Meta pro Werbenachricht, je nach Land; Antworten sind kostenlos.</translation>
    </message>
    <message>
      <source>You pay for each mail or a monthly plan; small shops often fit into the free one.</source>
      <translation>Sie zahlen pro Mail oder im Monat; kleine Läden passen oft in den kostenlosen Tarif.</translation>
    </message>
    <message>
      <source>You pay for each minute of a call.</source>
      <translation>Sie zahlen pro Gesprächsminute.</translation>
    </message>
    <message>
      <source>You pay for each part of a text message and for each WhatsApp message, by country.</source>
      <translation>Sie zahlen pro SMS-Teil und pro WhatsApp-Nachricht, je nach Land.</translation>
    </message>
    <message>
      <source>You pay for each part of a text message; the price depends on the country.</source>
      <translation>Sie zahlen pro SMS-Teil; der Preis hängt vom Land ab.</translation>
    </message>
    <message>
      <source>You, by hand</source>
      <translation>Sie, von Hand</translation>
    </message>
    <message>
      <source>Your mail host names the incoming server (IMAP), the user name and the password. It is only read: nothing is marked, moved or deleted.</source>
      <translation>Ihr Mailanbieter nennt den Posteingangsserver (IMAP), den Benutzernamen und das Passwort. Es wird nur gelesen: Nichts wird markiert, verschoben oder gelöscht.</translation>
    </message>
    <message>
      <source>Your mail host names the outgoing server (SMTP), the user name and the password. Gmail and others ask for a password of its own for programs.</source>
      <translation>Ihr Mailanbieter nennt den Postausgangsserver (SMTP), den Benutzernamen und das Passwort. Gmail und andere verlangen für Programme ein eigenes Passwort.</translation>
    </message>
    <message>
      <source>Your network's proxy</source>
      <translation>Der Proxy Ihres Netzes</translation>
    </message>
    <message>
      <source>Your own mailbox</source>
      <translation>Ihr eigenes Postfach</translation>
    </message>
    <message>
      <source>{channel} now goes through {provider}.</source>
      <translation>{channel} läuft jetzt über {provider}.</translation>
    </message>
  </context>
  <context>
    <name>PurchaseDialog</name>
    <message>
      <source>Amount</source>
      <translation>Betrag</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Log a purchase</source>
      <translation>Kauf eintragen</translation>
    </message>
    <message>
      <source>Log the purchase</source>
      <translation>Kauf eintragen</translation>
    </message>
    <message>
      <source>Logged {money} for {name}.</source>
      <translation>{money} für {name} eingetragen.</translation>
    </message>
    <message>
      <source>This purchase has changed since and stays.</source>
      <translation>Dieser Kauf hat sich inzwischen geändert und bleibt.</translation>
    </message>
    <message>
      <source>What did {name} buy for?</source>
      <translation>Für wie viel hat {name} gekauft?</translation>
    </message>
  </context>
  <context>
    <name>RangeLine</name>
    <message numerus="yes">
      <source>%Ln days</source>
      <translation>
        <numerusform>%Ln Tag</numerusform>
        <numerusform>%Ln Tage</numerusform>
      </translation>
    </message>
    <message>
      <source>Compare with the time before</source>
      <translation>Mit der Zeit davor vergleichen</translation>
    </message>
    <message>
      <source>From one day to another</source>
      <translation>Von einem Tag bis zu einem anderen</translation>
    </message>
    <message>
      <source>From this day on</source>
      <translation>Ab diesem Tag</translation>
    </message>
    <message>
      <source>From … to</source>
      <translation>Von … bis</translation>
    </message>
    <message numerus="yes">
      <source>The last %Ln days</source>
      <translation>
        <numerusform>Der letzte %Ln Tag</numerusform>
        <numerusform>Die letzten %Ln Tage</numerusform>
      </translation>
    </message>
    <message>
      <source>To this day</source>
      <translation>Bis zu diesem Tag</translation>
    </message>
    <message numerus="yes">
      <source>Today and the %Ln days before it</source>
      <translation>
        <numerusform>Heute und der Tag davor</numerusform>
        <numerusform>Heute und die %Ln Tage davor</numerusform>
      </translation>
    </message>
    <message>
      <source>to</source>
      <translation>bis</translation>
    </message>
  </context>
  <context>
    <name>Reach</name>
    <message>
      <source>From {least} to {most} is possible; what was there before stays.</source>
      <translation>Möglich ist {least} bis {most}; was vorher da stand, bleibt.</translation>
    </message>
  </context>
  <context>
    <name>ReasonLinks</name>
    <message>
      <source>No approved WhatsApp text, and not written within 24 hours</source>
      <translation>Kein freigegebener WhatsApp-Text und in 24 Stunden nicht geschrieben</translation>
    </message>
    <message numerus="yes">
      <source>Why %Ln others would not…</source>
      <translation>
        <numerusform>Warum %Ln anderer nicht…</numerusform>
        <numerusform>Warum %Ln andere nicht…</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Reasons</name>
    <message>
      <source>A field of the template is empty</source>
      <translation>Ein Feld der Vorlage ist leer</translation>
    </message>
    <message>
      <source>Address came back undelivered</source>
      <translation>Adresse kam als unzustellbar zurück</translation>
    </message>
    <message>
      <source>Address not valid</source>
      <translation>Adresse ungültig</translation>
    </message>
    <message>
      <source>Address shared by many</source>
      <translation>Adresse gehört vielen</translation>
    </message>
    <message>
      <source>Already got this month's messages</source>
      <translation>Hat die Nachrichten dieses Monats schon</translation>
    </message>
    <message>
      <source>Already got this week's message</source>
      <translation>Hat die Nachricht dieser Woche schon</translation>
    </message>
    <message>
      <source>Already sent</source>
      <translation>Schon gesendet</translation>
    </message>
    <message>
      <source>An import is being written</source>
      <translation>Ein Import wird geschrieben</translation>
    </message>
    <message>
      <source>Another message is waiting</source>
      <translation>Eine andere Nachricht wartet</translation>
    </message>
    <message>
      <source>Automatic messages are off</source>
      <translation>Automatische Nachrichten sind aus</translation>
    </message>
    <message>
      <source>Bought recently</source>
      <translation>Hat vor Kurzem gekauft</translation>
    </message>
    <message>
      <source>Channel not connected</source>
      <translation>Kanal nicht verbunden</translation>
    </message>
    <message>
      <source>Enough messages since the last purchase</source>
      <translation>Genug Nachrichten seit dem letzten Kauf</translation>
    </message>
    <message>
      <source>For you to do by hand</source>
      <translation>Von Hand zu erledigen</translation>
    </message>
    <message>
      <source>Gone too long</source>
      <translation>Zu lange weg</translation>
    </message>
    <message>
      <source>Has answered already</source>
      <translation>Hat schon geantwortet</translation>
    </message>
    <message>
      <source>Has bought again</source>
      <translation>Hat wieder gekauft</translation>
    </message>
    <message>
      <source>Has never bought</source>
      <translation>Hat nie gekauft</translation>
    </message>
    <message>
      <source>Has not agreed</source>
      <translation>Hat nicht zugestimmt</translation>
    </message>
    <message>
      <source>In the control group</source>
      <translation>In der Kontrollgruppe</translation>
    </message>
    <message>
      <source>No address</source>
      <translation>Keine Adresse</translation>
    </message>
    <message>
      <source>Not a day for messages</source>
      <translation>Kein Tag für Nachrichten</translation>
    </message>
    <message>
      <source>Not allowed in this country</source>
      <translation>In diesem Land nicht erlaubt</translation>
    </message>
    <message>
      <source>Not enough units in stock</source>
      <translation>Nicht genug Stück auf Lager</translation>
    </message>
    <message>
      <source>On the never-write list</source>
      <translation>Auf der Nie-anschreiben-Liste</translation>
    </message>
    <message>
      <source>Opted out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <source>Provider paused after a refusal</source>
      <translation>Anbieter nach einer Ablehnung angehalten</translation>
    </message>
    <message>
      <source>Provider's limit reached</source>
      <translation>Grenze des Anbieters erreicht</translation>
    </message>
    <message>
      <source>Quiet hours</source>
      <translation>Ruhezeit</translation>
    </message>
    <message>
      <source>Sending is paused</source>
      <translation>Versand ist angehalten</translation>
    </message>
    <message>
      <source>The PC's clock can't be trusted</source>
      <translation>Der Uhr des PCs ist nicht zu trauen</translation>
    </message>
    <message>
      <source>Time zone not known</source>
      <translation>Zeitzone unbekannt</translation>
    </message>
    <message>
      <source>Today's limit reached</source>
      <translation>Tagesgrenze erreicht</translation>
    </message>
    <message>
      <source>Too late to send</source>
      <translation>Zu spät zum Senden</translation>
    </message>
    <message>
      <source>Waits for your approval</source>
      <translation>Wartet auf Ihre Freigabe</translation>
    </message>
  </context>
  <context>
    <name>Receipt</name>
    <message>
      <source>What about your customers has left this PC</source>
      <translation>Was über Ihre Kunden diesen PC verlassen hat</translation>
    </message>
  </context>
  <context>
    <name>ReceiptCard</name>
    <message>
      <source>Customers</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <source>Last</source>
      <translation>Zuletzt</translation>
    </message>
    <message>
      <source>Nothing: no message has gone to a provider yet.</source>
      <translation>Nichts: Noch ging keine Nachricht an einen Anbieter.</translation>
    </message>
    <message>
      <source>Provider</source>
      <translation>Anbieter</translation>
    </message>
    <message>
      <source>Save as a table…</source>
      <translation>Als Tabelle sichern…</translation>
    </message>
    <message>
      <source>Save the table</source>
      <translation>Tabelle sichern</translation>
    </message>
    <message>
      <source>Saved: {file}</source>
      <translation>Gesichert: {file}</translation>
    </message>
    <message>
      <source>Times</source>
      <translation>Wie oft</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>Written down with every message that goes out: the names of the fields, never what is in them. Messages that were only pretended, and those that you did by hand, stayed here.</source>
      <translation>Wird mit jeder Nachricht festgehalten, die hinausgeht: die Namen der Felder, nie was darin steht. Nur vorgetäuschte Nachrichten und solche, die Sie von Hand erledigt haben, blieben hier.</translation>
    </message>
    <message>
      <source>data-receipt.csv</source>
      <translation>datenbeleg.csv</translation>
    </message>
    <message>
      <source>{provider}: {customers} customers</source>
      <translation>{provider}: {customers} Kunden</translation>
    </message>
  </context>
  <context>
    <name>RecipeCard</name>
    <message numerus="yes">
      <source>%Ln customers</source>
      <translation>
        <numerusform>%Ln Kunde</numerusform>
        <numerusform>%Ln Kunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln today</source>
      <translation>
        <numerusform>%Ln heute</numerusform>
        <numerusform>%Ln heute</numerusform>
      </translation>
    </message>
    <message>
      <source>Always on</source>
      <translation>Immer an</translation>
    </message>
    <message>
      <source>See its card</source>
      <translation>Ihre Karte ansehen</translation>
    </message>
    <message>
      <source>Start from nothing</source>
      <translation>Von vorn beginnen</translation>
    </message>
    <message>
      <source>Use this idea</source>
      <translation>Idee nutzen</translation>
    </message>
  </context>
  <context>
    <name>Recipes</name>
    <message>
      <source>A friendly hello brings back customers who have stopped buying.</source>
      <translation>Ein freundlicher Gruß holt Kunden zurück, die nicht mehr kaufen.</translation>
    </message>
    <message>
      <source>Ask for feedback</source>
      <translation>Um Rückmeldung bitten</translation>
    </message>
    <message>
      <source>Back in stock</source>
      <translation>Wieder da</translation>
    </message>
    <message>
      <source>Campaign</source>
      <translation>Kampagne</translation>
    </message>
    <message>
      <source>Christmas, spring, your birthday: an offer for everybody who buys here.</source>
      <translation>Weihnachten, Frühling, Ihr Geburtstag: ein Angebot für alle, die hier kaufen.</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>Nachfassen</translation>
    </message>
    <message>
      <source>For customers with one order, two weeks to two months ago</source>
      <translation>Für Kunden mit einer Bestellung, zwei Wochen bis zwei Monate her</translation>
    </message>
    <message>
      <source>For enquiries without an order</source>
      <translation>Für Anfragen ohne Bestellung</translation>
    </message>
    <message>
      <source>For everybody who bought in the last month</source>
      <translation>Für alle, die im letzten Monat gekauft haben</translation>
    </message>
    <message>
      <source>For everybody who bought in the last year</source>
      <translation>Für alle, die im letzten Jahr gekauft haben</translation>
    </message>
    <message>
      <source>For everybody who stopped buying</source>
      <translation>Für alle, die nicht mehr kaufen</translation>
    </message>
    <message>
      <source>For whom you choose</source>
      <translation>Für wen Sie möchten</translation>
    </message>
    <message>
      <source>Loyalty reward</source>
      <translation>Treuebonus</translation>
    </message>
    <message>
      <source>New arrivals</source>
      <translation>Neuheiten</translation>
    </message>
    <message>
      <source>One question after a purchase; answers show where customers are lost.</source>
      <translation>Eine Frage nach dem Kauf; die Antworten zeigen, wo Kunden verloren gehen.</translation>
    </message>
    <message>
      <source>Price drop</source>
      <translation>Preissenkung</translation>
    </message>
    <message>
      <source>Seasonal offer</source>
      <translation>Saisonangebot</translation>
    </message>
    <message>
      <source>Second purchase</source>
      <translation>Zweiter Kauf</translation>
    </message>
    <message>
      <source>Something of your own</source>
      <translation>Etwas Eigenes</translation>
    </message>
    <message>
      <source>Tells silent customers what is new in what they like to buy.</source>
      <translation>Sagt still gewordenen Kunden, was es Neues gibt, das sie gern kaufen.</translation>
    </message>
    <message>
      <source>Tells who looked at a product that it costs less now.</source>
      <translation>Sagt allen, die ein Produkt angesehen haben, dass es jetzt weniger kostet.</translation>
    </message>
    <message>
      <source>Tells who waited for a product that it is there again.</source>
      <translation>Sagt allen, die auf ein Produkt warten, dass es wieder da ist.</translation>
    </message>
    <message>
      <source>Thanks your best customers with a code of their own.</source>
      <translation>Dankt Ihren besten Kunden mit einem eigenen Code.</translation>
    </message>
    <message>
      <source>We miss you</source>
      <translation>Wir vermissen Sie</translation>
    </message>
    <message>
      <source>Who buys twice usually stays: ask first-time buyers back in time.</source>
      <translation>Wer zweimal kauft, bleibt meist: Laden Sie Erstkäufer rechtzeitig wieder ein.</translation>
    </message>
    <message>
      <source>Whoever asked and did not buy hears from you once more.</source>
      <translation>Wer gefragt und nicht gekauft hat, hört noch einmal von Ihnen.</translation>
    </message>
    <message>
      <source>Works by itself, every day</source>
      <translation>Läuft von selbst, jeden Tag</translation>
    </message>
    <message>
      <source>Your own customers, your own words, your own time.</source>
      <translation>Ihre eigenen Kunden, Ihre eigenen Worte, Ihre eigene Zeit.</translation>
    </message>
  </context>
  <context>
    <name>RecipientState</name>
    <message>
      <source>Answered</source>
      <translation>Geantwortet</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>Zugestellt</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gescheitert</translation>
    </message>
    <message>
      <source>Going out</source>
      <translation>Geht hinaus</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgelassen</translation>
    </message>
    <message>
      <source>Opted out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>Entfernt</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>Uncertain</source>
      <translation>Ungewiss</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <source>Waits for you</source>
      <translation>Wartet auf Sie</translation>
    </message>
  </context>
  <context>
    <name>Recipients</name>
    <message>
      <source>Bought again: order {order}</source>
      <translation>Wieder gekauft: Bestellung {order}</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Über</translation>
    </message>
    <message>
      <source>First</source>
      <translation>Erste</translation>
    </message>
    <message>
      <source>Instead of {before}: the address was refused</source>
      <translation>Statt {before}: Die Adresse wurde abgelehnt</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <source>Reminder {number}</source>
      <translation>Erinnerung {number}</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <source>{channel}, because the address for {before} was refused</source>
      <translation>{channel}, weil die Adresse für {before} abgelehnt wurde</translation>
    </message>
  </context>
  <context>
    <name>RecipientsPart</name>
    <message numerus="yes">
      <source>%Ln messages are tried again.</source>
      <translation>
        <numerusform>%Ln Nachricht wird erneut versucht.</numerusform>
        <numerusform>%Ln Nachrichten werden erneut versucht.</numerusform>
      </translation>
    </message>
    <message>
      <source>All {count}</source>
      <translation>Alle {count}</translation>
    </message>
    <message>
      <source>Open the customer</source>
      <translation>Kunden öffnen</translation>
    </message>
    <message>
      <source>Recipients of this campaign</source>
      <translation>Empfänger dieser Kampagne</translation>
    </message>
    <message>
      <source>Try the selected again</source>
      <translation>Ausgewählte erneut versuchen</translation>
    </message>
  </context>
  <context>
    <name>Refusals</name>
    <message>
      <source>A proxy looks like http://proxy.example.com:3128, or http://user@proxy.example.com:3128. Its password goes into the field of its own.</source>
      <translation>Ein Proxy sieht so aus: http://proxy.example.com:3128 oder http://name@proxy.example.com:3128. Sein Passwort kommt in das eigene Feld.</translation>
    </message>
    <message>
      <source>An address begins with https://.</source>
      <translation>Eine Adresse beginnt mit https://.</translation>
    </message>
    <message>
      <source>Leave at least one day: else nothing would ever go.</source>
      <translation>Lassen Sie mindestens einen Tag übrig: Sonst ginge nie etwas hinaus.</translation>
    </message>
    <message>
      <source>There is no such country.</source>
      <translation>Dieses Land gibt es nicht.</translation>
    </message>
    <message>
      <source>There is no such currency.</source>
      <translation>Diese Währung gibt es nicht.</translation>
    </message>
    <message>
      <source>This can't be taken.</source>
      <translation>Das lässt sich nicht übernehmen.</translation>
    </message>
    <message>
      <source>This is no e-mail address; one looks like you@example.com.</source>
      <translation>Das ist keine E-Mail-Adresse; eine sieht so aus: sie@example.com.</translation>
    </message>
    <message>
      <source>This is no phone number; one looks like +442079460123.</source>
      <translation>Das ist keine Telefonnummer; eine sieht so aus: +4930901820.</translation>
    </message>
    <message>
      <source>This is no region of AWS; one looks like eu-west-1.</source>
      <translation>Das ist keine Region von AWS; eine sieht so aus: eu-west-1.</translation>
    </message>
    <message>
      <source>This is no server; one looks like smtp.example.com.</source>
      <translation>Das ist kein Server; einer sieht so aus: smtp.example.com.</translation>
    </message>
    <message>
      <source>This is no time zone; one looks like Europe/Berlin.</source>
      <translation>Das ist keine Zeitzone; eine sieht so aus: Europe/Berlin.</translation>
    </message>
    <message>
      <source>This is no version; one looks like v23.0.</source>
      <translation>Das ist keine Version; eine sieht so aus: v23.0.</translation>
    </message>
    <message>
      <source>What was there before stays.</source>
      <translation>Was vorher da war, bleibt.</translation>
    </message>
    <message>
      <source>Write an amount such as 0.07.</source>
      <translation>Schreiben Sie einen Betrag wie 0,07.</translation>
    </message>
    <message>
      <source>Write an amount such as 250 or 99.50.</source>
      <translation>Schreiben Sie einen Betrag wie 250 oder 99,50.</translation>
    </message>
    <message>
      <source>Write days like 2026-12-24, or 12-25 for every year, with commas between.</source>
      <translation>Schreiben Sie Tage wie 2026-12-24, oder 12-25 für jedes Jahr, mit Kommas dazwischen.</translation>
    </message>
    <message>
      <source>Write one line of plain text.</source>
      <translation>Schreiben Sie eine Zeile reinen Text.</translation>
    </message>
    <message>
      <source>Write one line, of 100 characters at most.</source>
      <translation>Schreiben Sie eine Zeile mit höchstens 100 Zeichen.</translation>
    </message>
    <message>
      <source>Write plain text only.</source>
      <translation>Schreiben Sie nur reinen Text.</translation>
    </message>
    <message>
      <source>Your website looks like https://shop.example.com.</source>
      <translation>Ihre Website sieht so aus: https://shop.example.com.</translation>
    </message>
  </context>
  <context>
    <name>Remarks</name>
    <message numerus="yes">
      <source>%Ln messages hold a link that begins with http://: many mail programs warn of it.</source>
      <translation>
        <numerusform>%Ln Nachricht enthält einen Link, der mit http:// beginnt: Viele Mailprogramme warnen davor.</numerusform>
        <numerusform>%Ln Nachrichten enthalten einen Link, der mit http:// beginnt: Viele Mailprogramme warnen davor.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>A field of the text is empty for %Ln customers: they get nothing.</source>
      <translation>
        <numerusform>Bei %Ln Kunden ist ein Feld des Textes leer: Er bekommt nichts.</numerusform>
        <numerusform>Bei %Ln Kunden ist ein Feld des Textes leer: Sie bekommen nichts.</numerusform>
      </translation>
    </message>
    <message>
      <source>A file is being brought in. Nobody is chosen meanwhile; wait until that has ended.</source>
      <translation>Eine Datei wird gerade übernommen. Solange wird niemand ausgewählt; warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
      <source>Nobody would get this message now.</source>
      <translation>Diese Nachricht bekäme jetzt niemand.</translation>
    </message>
    <message>
      <source>Sending is paused: the messages wait until you resume it.</source>
      <translation>Der Versand ist angehalten: Die Nachrichten warten, bis Sie ihn fortsetzen.</translation>
    </message>
    <message>
      <source>Test mode is on: the messages are only pretended.</source>
      <translation>Testbetrieb ist an: Die Nachrichten werden nur vorgetäuscht.</translation>
    </message>
    <message numerus="yes">
      <source>The WhatsApp text names no approved wording, so it goes only to those who wrote within the last 24 hours: %Ln customers have not.</source>
      <translation>
        <numerusform>Der WhatsApp-Text nennt keine freigegebene Fassung und geht daher nur an Kunden, die in den letzten 24 Stunden geschrieben haben: %Ln Kunde hat das nicht.</numerusform>
        <numerusform>Der WhatsApp-Text nennt keine freigegebene Fassung und geht daher nur an Kunden, die in den letzten 24 Stunden geschrieben haben: %Ln Kunden haben das nicht.</numerusform>
      </translation>
    </message>
    <message>
      <source>The e-mail has no way to unsubscribe: give an address for replies or for unsubscribing.</source>
      <translation>Die E-Mail bietet keinen Weg zum Abmelden: Geben Sie eine Adresse für Antworten oder fürs Abmelden an.</translation>
    </message>
    <message>
      <source>Your postal address is missing: the law wants it in every e-mail, so none starts without it.</source>
      <translation>Ihre Postanschrift fehlt: Das Gesetz verlangt sie in jeder E-Mail, ohne sie geht keine hinaus.</translation>
    </message>
    <message>
      <source>{channels}: not connected yet. Nobody could be written to.</source>
      <translation>{channels}: noch nicht verbunden. Niemand könnte angeschrieben werden.</translation>
    </message>
    <message>
      <source>{channels}: not connected. Nobody gets anything on it.</source>
      <translation>{channels}: nicht verbunden. Darüber bekommt niemand etwas.</translation>
    </message>
  </context>
  <context>
    <name>RepliesDialog</name>
    <message>
      <source>Answers to read</source>
      <translation>Antworten zum Lesen</translation>
    </message>
    <message>
      <source>Asked for messages again: “{quote}”</source>
      <translation>Hat wieder um Nachrichten gebeten: „{quote}“</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>It stays: nothing more goes there.</source>
      <translation>Es bleibt dabei: Dorthin geht nichts mehr.</translation>
    </message>
    <message>
      <source>Left as it is.</source>
      <translation>So gelassen.</translation>
    </message>
    <message>
      <source>Messages may go there again.</source>
      <translation>Dorthin darf wieder geschrieben werden.</translation>
    </message>
    <message>
      <source>No answer waits for you</source>
      <translation>Keine Antwort wartet auf Sie</translation>
    </message>
    <message>
      <source>Plain answers such as STOP are done at once; what is not clear comes here with its words.</source>
      <translation>Klare Antworten wie STOP werden sofort befolgt; was nicht klar ist, kommt mit seinem Wortlaut hierher.</translation>
    </message>
    <message>
      <source>Read by the owner and taken for no refusal: “{quote}”</source>
      <translation>Vom Inhaber gelesen und nicht als Absage verstanden: „{quote}“</translation>
    </message>
    <message>
      <source>These answers are not clear to a program. Whoever may have said no gets nothing more there until you have read it.</source>
      <translation>Diese Antworten sind für ein Programm nicht klar. Wer vielleicht Nein gesagt hat, bekommt dort nichts mehr, bis Sie es gelesen haben.</translation>
    </message>
  </context>
  <context>
    <name>ResultColumns</name>
    <message>
      <source>Answered</source>
      <translation>Geantwortet</translation>
    </message>
    <message>
      <source>At the prices under Settings, Connections; a text message by its parts, mail and push nothing a piece. – : no price is entered.</source>
      <translation>Nach den Preisen unter Einstellungen, Verbindungen; eine SMS nach ihren Teilen, Mail und Push kosten pro Stück nichts. – : kein Preis eingetragen.</translation>
    </message>
    <message>
      <source>Back per {one}</source>
      <translation>Zurück pro {one}</translation>
    </message>
    <message>
      <source>Calls in which the customer said yes; money counts only when an order comes.</source>
      <translation>Anrufe, in denen der Kunde Ja gesagt hat; Geld zählt erst, wenn eine Bestellung kommt.</translation>
    </message>
    <message>
      <source>Came back</source>
      <translation>Zurückgekommen</translation>
    </message>
    <message>
      <source>Came back ÷ sent. Fewer than about {count} messages are too few to judge.</source>
      <translation>Zurückgekommen ÷ gesendet. Weniger als etwa {count} Nachrichten sind zu wenige für ein Urteil.</translation>
    </message>
    <message>
      <source>Clicked</source>
      <translation>Geklickt</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>Zugestellt</translation>
    </message>
    <message>
      <source>Marked as spam</source>
      <translation>Als Spam markiert</translation>
    </message>
    <message>
      <source>Messages after which the customer bought within the days that count.</source>
      <translation>Nachrichten, nach denen innerhalb der Tage, die zählen, gekauft wurde.</translation>
    </message>
    <message>
      <source>Messages after which the customer said no more.</source>
      <translation>Nachrichten, nach denen sich jemand abgemeldet hat.</translation>
    </message>
    <message>
      <source>Messages in which a link was followed.</source>
      <translation>Nachrichten, in denen einem Link gefolgt wurde.</translation>
    </message>
    <message>
      <source>Messages that a provider took in this time.</source>
      <translation>Nachrichten, die ein Anbieter in dieser Zeit angenommen hat.</translation>
    </message>
    <message>
      <source>Messages that came back because the address does not work.</source>
      <translation>Nachrichten, die zurückkamen, weil die Adresse nicht funktioniert.</translation>
    </message>
    <message>
      <source>Messages that the customer answered.</source>
      <translation>Nachrichten, die beantwortet wurden.</translation>
    </message>
    <message>
      <source>Messages that the customer marked as spam, where the provider tells.</source>
      <translation>Nachrichten, die als Spam markiert wurden, sofern der Anbieter es meldet.</translation>
    </message>
    <message>
      <source>Messages that the provider says arrived; not every provider tells.</source>
      <translation>Nachrichten, die laut Anbieter angekommen sind; nicht jeder meldet es.</translation>
    </message>
    <message>
      <source>Money</source>
      <translation>Geld</translation>
    </message>
    <message>
      <source>Money brought back for each {one} that the messages cost; nobody's time is counted.</source>
      <translation>Zurückgebrachtes Geld für jede {one}, die die Nachrichten kosten; Arbeitszeit ist nicht gezählt.</translation>
    </message>
    <message>
      <source>Of those sent</source>
      <translation>Quote</translation>
    </message>
    <message>
      <source>Opened ≈</source>
      <translation>Geöffnet ≈</translation>
    </message>
    <message>
      <source>Opted out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <source>Rough: many mail programs hide it, and some open messages by themselves.</source>
      <translation>Ungenau: Viele Mailprogramme verbergen es, manche öffnen Nachrichten von selbst.</translation>
    </message>
    <message>
      <source>Said yes</source>
      <translation>Hat Ja gesagt</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>Undelivered</source>
      <translation>Unzustellbar</translation>
    </message>
    <message>
      <source>What the orders of those who came back were worth, less what was paid back later.</source>
      <translation>Was die Bestellungen der Zurückgekommenen wert waren, ohne das, was später erstattet wurde.</translation>
    </message>
    <message>
      <source>too few</source>
      <translation>zu wenige</translation>
    </message>
  </context>
  <context>
    <name>ResultPart</name>
    <message numerus="yes">
      <source>%Ln more</source>
      <translation>
        <numerusform>%Ln weitere</numerusform>
        <numerusform>%Ln weitere</numerusform>
      </translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Geantwortet</translation>
    </message>
    <message>
      <source>Bought again</source>
      <translation>Wieder gekauft</translation>
    </message>
    <message>
      <source>By which way</source>
      <translation>Auf welchem Weg</translation>
    </message>
    <message>
      <source>Came back</source>
      <translation>Zurückgekommen</translation>
    </message>
    <message>
      <source>Clicked</source>
      <translation>Geklickt</translation>
    </message>
    <message>
      <source>Control group</source>
      <translation>Kontrollgruppe</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>Zugestellt</translation>
    </message>
    <message>
      <source>From message to order</source>
      <translation>Von der Nachricht zur Bestellung</translation>
    </message>
    <message>
      <source>Money</source>
      <translation>Geld</translation>
    </message>
    <message>
      <source>No difference can be seen yet.</source>
      <translation>Noch ist kein Unterschied zu sehen.</translation>
    </message>
    <message>
      <source>Nobody yet.</source>
      <translation>Noch niemand.</translation>
    </message>
    <message>
      <source>Of {written} who were written to, {came} ordered; of {held} left alone on purpose, {back} did.</source>
      <translation>Von {written} Angeschriebenen bestellten {came}; von {held} absichtlich Ausgelassenen {back}.</translation>
    </message>
    <message>
      <source>Opened (rough)</source>
      <translation>Geöffnet (ungefähr)</translation>
    </message>
    <message>
      <source>Said yes in a call</source>
      <translation>Im Anruf Ja gesagt</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <source>The messages themselves brought about {count} (between {lower} and {upper}).</source>
      <translation>Die Nachrichten selbst brachten etwa {count} (zwischen {lower} und {upper}).</translation>
    </message>
    <message>
      <source>The two wordings</source>
      <translation>Die zwei Fassungen</translation>
    </message>
    <message>
      <source>Too few to judge which one is better.</source>
      <translation>Zu wenige, um zu sagen, welche besser ist.</translation>
    </message>
    <message>
      <source>Too few to tell what the messages themselves brought.</source>
      <translation>Zu wenige, um zu sagen, was die Nachrichten selbst brachten.</translation>
    </message>
    <message>
      <source>Who came back</source>
      <translation>Wer zurückgekommen ist</translation>
    </message>
    <message>
      <source>too few</source>
      <translation>zu wenige</translation>
    </message>
    <message>
      <source>{letter} brings more back.</source>
      <translation>{letter} bringt mehr zurück.</translation>
    </message>
  </context>
  <context>
    <name>ResultsCard</name>
    <message>
      <source>Channel</source>
      <translation>Kanal</translation>
    </message>
    <message>
      <source>Go from figure to figure with the arrow keys; Enter opens the customers behind it.</source>
      <translation>Mit den Pfeiltasten von Zahl zu Zahl; Enter öffnet die Kunden dahinter.</translation>
    </message>
    <message>
      <source>Kind of message</source>
      <translation>Art der Nachricht</translation>
    </message>
    <message>
      <source>Save “{name}” as a table (CSV)</source>
      <translation>„{name}“ als Tabelle sichern (CSV)</translation>
    </message>
    <message>
      <source>Saved as {file}.</source>
      <translation>Gesichert als {file}.</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>Tabellen (*.csv)</translation>
    </message>
  </context>
  <context>
    <name>RhythmStep</name>
    <message>
      <source> days</source>
      <translation> Tage</translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers have stopped buying</source>
      <translation>
        <numerusform>%Ln Kunde kauft nicht mehr</numerusform>
        <numerusform>%Ln Kunden kaufen nicht mehr</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;After</source>
      <translation>&amp;Nach</translation>
    </message>
    <message>
      <source>&amp;Thank those of them who were loyal with a discount</source>
      <translation>&amp;Treuen unter ihnen mit einem Rabatt danken</translation>
    </message>
    <message>
      <source>Days without a purchase</source>
      <translation>Tage ohne Kauf</translation>
    </message>
    <message>
      <source>Days without a purchase, as a number</source>
      <translation>Tage ohne Kauf, als Zahl</translation>
    </message>
    <message numerus="yes">
      <source>So whoever bought nothing for %Ln days is worth a message.</source>
      <translation>
        <numerusform>Wer also %Ln Tag lang nichts gekauft hat, ist eine Nachricht wert.</numerusform>
        <numerusform>Wer also %Ln Tage lang nichts gekauft hat, ist eine Nachricht wert.</numerusform>
      </translation>
    </message>
    <message>
      <source>Spent in all, from</source>
      <translation>Ausgaben insgesamt, ab</translation>
    </message>
    <message>
      <source>Thank those of them who were loyal with a discount</source>
      <translation>Treuen unter ihnen mit einem Rabatt danken</translation>
    </message>
    <message>
      <source>There is too little history to see a rhythm yet: 60 days fit most shops. Change it any time under Settings, Sending rules.</source>
      <translation>Für einen Rhythmus liegt noch zu wenig vor: 60 Tage passen für die meisten Läden. Ändern können Sie es jederzeit unter Einstellungen, Senderegeln.</translation>
    </message>
    <message>
      <source>When has someone stopped buying?</source>
      <translation>Wann kauft jemand nicht mehr?</translation>
    </message>
    <message>
      <source>Who has &amp;spent in all at least</source>
      <translation>Wer ins&amp;gesamt mindestens ausgegeben hat</translation>
    </message>
    <message>
      <source>Whoever has bought nothing for that long is somebody you may want to win back.</source>
      <translation>Wer so lange nichts gekauft hat, den möchten Sie vielleicht zurückgewinnen.</translation>
    </message>
    <message>
      <source>Your best tenth has spent {money} or more.</source>
      <translation>Ihr bestes Zehntel hat {money} oder mehr ausgegeben.</translation>
    </message>
    <message numerus="yes">
      <source>Your customers usually buy every %Ln days</source>
      <translation>
        <numerusform>Ihre Kunden kaufen meist jeden Tag</numerusform>
        <numerusform>Ihre Kunden kaufen meist alle %Ln Tage</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and nine of ten come back within %Ln days.</source>
      <translation>
        <numerusform>und neun von zehn kommen innerhalb von %Ln Tag wieder.</numerusform>
        <numerusform>und neun von zehn kommen innerhalb von %Ln Tagen wieder.</numerusform>
      </translation>
    </message>
    <message>
      <source>of {count} who ever bought</source>
      <translation>von {count}, die je gekauft haben</translation>
    </message>
  </context>
  <context>
    <name>RowsTable</name>
    <message>
      <source>Line</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <source>The first rows as they were understood</source>
      <translation>Die ersten Zeilen, wie sie verstanden wurden</translation>
    </message>
  </context>
  <context>
    <name>Rule</name>
    <message>
      <source>Automatic messages a day</source>
      <translation>Automatische Nachrichten am Tag</translation>
    </message>
    <message>
      <source>Cheaper by, in per cent</source>
      <translation>Billiger um, in Prozent</translation>
    </message>
    <message>
      <source>Control group in per cent</source>
      <translation>Kontrollgruppe in Prozent</translation>
    </message>
    <message>
      <source>Days after which nobody is written to</source>
      <translation>Tage, nach denen niemand mehr angeschrieben wird</translation>
    </message>
    <message>
      <source>Days between two messages</source>
      <translation>Tage zwischen zwei Nachrichten</translation>
    </message>
    <message>
      <source>Days in which an order counts</source>
      <translation>Tage, in denen eine Bestellung zählt</translation>
    </message>
    <message>
      <source>Days without a purchase</source>
      <translation>Tage ohne Kauf</translation>
    </message>
    <message>
      <source>Discount in per cent</source>
      <translation>Rabatt in Prozent</translation>
    </message>
    <message>
      <source>Messages a month to one person</source>
      <translation>Nachrichten im Monat an eine Person</translation>
    </message>
    <message>
      <source>Messages a week to one person</source>
      <translation>Nachrichten in der Woche an eine Person</translation>
    </message>
    <message>
      <source>Messages between two purchases</source>
      <translation>Nachrichten zwischen zwei Käufen</translation>
    </message>
    <message>
      <source>Spent in all, from</source>
      <translation>Ausgaben insgesamt, ab</translation>
    </message>
  </context>
  <context>
    <name>RuleSentence</name>
    <message>
      <source>no limit</source>
      <translation>keine Grenze</translation>
    </message>
    <message>
      <source>off</source>
      <translation>aus</translation>
    </message>
  </context>
  <context>
    <name>RulesSection</name>
    <message>
      <source>%</source>
      <translation>%</translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers have stopped buying by this rule.</source>
      <translation>
        <numerusform>%Ln Kunde kauft nach dieser Regel nicht mehr.</numerusform>
        <numerusform>%Ln Kunden kaufen nach dieser Regel nicht mehr.</numerusform>
      </translation>
    </message>
    <message>
      <source>0 lifts the limit.</source>
      <translation>0 hebt die Grenze auf.</translation>
    </message>
    <message>
      <source>A check missed while the PC was off is made up the same day.</source>
      <translation>Eine verpasste Prüfung wird am selben Tag nachgeholt, sobald der PC an ist.</translation>
    </message>
    <message>
      <source>A purchase counts within</source>
      <translation>Ein Kauf zählt innerhalb von</translation>
    </message>
    <message>
      <source>All of them at once</source>
      <translation>Alle auf einmal</translation>
    </message>
    <message>
      <source>At most a day</source>
      <translation>Höchstens am Tag</translation>
    </message>
    <message>
      <source>At most between two purchases</source>
      <translation>Höchstens zwischen zwei Käufen</translation>
    </message>
    <message>
      <source>At most in 30 days</source>
      <translation>Höchstens in 30 Tagen</translation>
    </message>
    <message>
      <source>At most in 7 days</source>
      <translation>Höchstens in 7 Tagen</translation>
    </message>
    <message>
      <source>Control group</source>
      <translation>Kontrollgruppe</translation>
    </message>
    <message>
      <source>Counting what came back</source>
      <translation>Zählen, was zurückkam</translation>
    </message>
    <message>
      <source>Daily check at</source>
      <translation>Tägliche Prüfung um</translation>
    </message>
    <message>
      <source>Days and hours</source>
      <translation>Tage und Stunden</translation>
    </message>
    <message>
      <source>Each day</source>
      <translation>Jeden Tag</translation>
    </message>
    <message>
      <source>Each is written and waits under Campaigns until you have seen it.</source>
      <translation>Jede wird geschrieben und wartet unter Kampagnen, bis Sie sie gesehen haben.</translation>
    </message>
    <message>
      <source>For SMS, WhatsApp and calls, by the customer's own clock.</source>
      <translation>Für SMS, WhatsApp und Anrufe, nach der Uhr des Kunden.</translation>
    </message>
    <message>
      <source>Give up when it could not go for</source>
      <translation>Aufgeben, wenn sie nicht gehen konnte seit</translation>
    </message>
    <message>
      <source>I approve automatic messages before they go</source>
      <translation>Ich gebe Nachrichten frei, bevor sie gehen</translation>
    </message>
    <message>
      <source>Leave alone who is gone for more than</source>
      <translation>In Ruhe lassen, wer weg ist seit mehr als</translation>
    </message>
    <message>
      <source>Messages may go on</source>
      <translation>Nachrichten dürfen gehen am</translation>
    </message>
    <message>
      <source>Never on</source>
      <translation>Nie am</translation>
    </message>
    <message>
      <source>No purchase for</source>
      <translation>Kein Kauf seit</translation>
    </message>
    <message>
      <source>Not too often</source>
      <translation>Nicht zu oft</translation>
    </message>
    <message>
      <source>Quiet from</source>
      <translation>Ruhe ab</translation>
    </message>
    <message>
      <source>Quiet until</source>
      <translation>Ruhe bis</translation>
    </message>
    <message numerus="yes">
      <source>Somebody has stopped buying after %Ln days now.</source>
      <translation>
        <numerusform>Jetzt gilt nach %Ln Tag: kauft nicht mehr.</numerusform>
        <numerusform>Jetzt gilt nach %Ln Tagen: kauft nicht mehr.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Take the proposal: %Ln days</source>
      <translation>
        <numerusform>Vorschlag übernehmen: %Ln Tag</numerusform>
        <numerusform>Vorschlag übernehmen: %Ln Tage</numerusform>
      </translation>
    </message>
    <message>
      <source>The first one that reaches the customer</source>
      <translation>Der erste, der die Person erreicht</translation>
    </message>
    <message>
      <source>The first two hold for one person over all messages and channels, whatever else is asked for. The others, like the limits above and the one a day, are about automatic messages.</source>
      <translation>Die ersten zwei gelten für eine Person über alle Nachrichten und Kanäle, was auch immer sonst verlangt wird. Die anderen betreffen automatische Nachrichten, wie die Grenzen oben und die für den Tag.</translation>
    </message>
    <message>
      <source>The last message before the order gets it, once, without refunds.</source>
      <translation>Die letzte Nachricht vor der Bestellung bekommt ihn, einmal, ohne Erstattungen.</translation>
    </message>
    <message>
      <source>The next one after</source>
      <translation>Die nächste nach</translation>
    </message>
    <message>
      <source>The one the customer has responded on, else the first</source>
      <translation>Der, auf dem der Kunde reagiert hat, sonst der erste</translation>
    </message>
    <message>
      <source>These customers get nothing, so that you see what the messages really bring.</source>
      <translation>Diese Kunden bekommen nichts, damit Sie sehen, was die Nachrichten wirklich bringen.</translation>
    </message>
    <message>
      <source>When has someone stopped buying?</source>
      <translation>Wann kauft jemand nicht mehr?</translation>
    </message>
    <message>
      <source>With several channels</source>
      <translation>Bei mehreren Kanälen</translation>
    </message>
    <message numerus="yes">
      <source>Your customers usually buy every %Ln days.</source>
      <translation>
        <numerusform>Ihre Kunden kaufen meist jeden Tag.</numerusform>
        <numerusform>Ihre Kunden kaufen meist alle %Ln Tage.</numerusform>
      </translation>
    </message>
    <message>
      <source>Your days off: 2026-12-24 once, 12-25 every year, with commas between.</source>
      <translation>Ihre freien Tage: 2026-12-24 einmal, 12-25 jedes Jahr, mit Kommas dazwischen.</translation>
    </message>
    <message>
      <source>day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <source>hours</source>
      <translation>Stunden</translation>
    </message>
    <message>
      <source>message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <source>messages</source>
      <translation>Nachrichten</translation>
    </message>
  </context>
  <context>
    <name>Runs</name>
    <message numerus="yes">
      <source>%Ln answers</source>
      <translation>
        <numerusform>%Ln Antwort</numerusform>
        <numerusform>%Ln Antworten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln failed</source>
      <translation>
        <numerusform>%Ln gescheitert</numerusform>
        <numerusform>%Ln gescheitert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln later</source>
      <translation>
        <numerusform>%Ln später</numerusform>
        <numerusform>%Ln später</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln left out</source>
      <translation>
        <numerusform>%Ln ausgelassen</numerusform>
        <numerusform>%Ln ausgelassen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln looked at</source>
      <translation>
        <numerusform>%Ln geprüft</numerusform>
        <numerusform>%Ln geprüft</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages written</source>
      <translation>
        <numerusform>%Ln Nachricht geschrieben</numerusform>
        <numerusform>%Ln Nachrichten geschrieben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln old copies removed</source>
      <translation>
        <numerusform>%Ln alte Kopie entfernt</numerusform>
        <numerusform>%Ln alte Kopien entfernt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln old views removed</source>
      <translation>
        <numerusform>%Ln alte Ansicht entfernt</numerusform>
        <numerusform>%Ln alte Ansichten entfernt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln opted out</source>
      <translation>
        <numerusform>%Ln abgemeldet</numerusform>
        <numerusform>%Ln abgemeldet</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln refused</source>
      <translation>
        <numerusform>%Ln abgelehnt</numerusform>
        <numerusform>%Ln abgelehnt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln sent</source>
      <translation>
        <numerusform>%Ln gesendet</numerusform>
        <numerusform>%Ln gesendet</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln too late to send</source>
      <translation>
        <numerusform>%Ln zu spät zum Senden</numerusform>
        <numerusform>%Ln zu spät zum Senden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln uncertain</source>
      <translation>
        <numerusform>%Ln ungewiss</numerusform>
        <numerusform>%Ln ungewiss</numerusform>
      </translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Erledigt</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gescheitert</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgelassen</translation>
    </message>
    <message>
      <source>Planned</source>
      <translation>Geplant</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <source>Started</source>
      <translation>Gestartet</translation>
    </message>
    <message>
      <source>Started by</source>
      <translation>Gestartet von</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Took</source>
      <translation>Dauer</translation>
    </message>
    <message>
      <source>What came of it</source>
      <translation>Was dabei herauskam</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <source>a copy of the shop saved</source>
      <translation>eine Kopie des Ladens gesichert</translation>
    </message>
    <message>
      <source>nothing to do</source>
      <translation>nichts zu tun</translation>
    </message>
    <message>
      <source>ran late: planned {when}, but the PC was off or asleep</source>
      <translation>lief verspätet: geplant {when}, aber der PC war aus oder im Ruhezustand</translation>
    </message>
    <message>
      <source>still running</source>
      <translation>läuft noch</translation>
    </message>
    <message>
      <source>the clock, in time</source>
      <translation>von der Uhr, pünktlich</translation>
    </message>
    <message>
      <source>the program, when it started</source>
      <translation>vom Programm beim Start</translation>
    </message>
    <message>
      <source>you</source>
      <translation>von Ihnen</translation>
    </message>
  </context>
  <context>
    <name>RunsView</name>
    <message>
      <source>Also checks that found nothing to do</source>
      <translation>Auch Prüfungen, die nichts zu tun fanden</translation>
    </message>
    <message>
      <source>Run now</source>
      <translation>Jetzt ausführen</translation>
    </message>
    <message>
      <source>What ran</source>
      <translation>Was gelaufen ist</translation>
    </message>
    <message>
      <source>What runs by itself</source>
      <translation>Was von selbst läuft</translation>
    </message>
    <message>
      <source>While the PC was off…</source>
      <translation>Während der PC aus war…</translation>
    </message>
    <message>
      <source>after each check</source>
      <translation>nach jeder Prüfung</translation>
    </message>
    <message>
      <source>has never run</source>
      <translation>lief noch nie</translation>
    </message>
    <message>
      <source>last {when}</source>
      <translation>zuletzt {when}</translation>
    </message>
    <message>
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <source>next {when}</source>
      <translation>als Nächstes {when}</translation>
    </message>
    <message>
      <source>“{job}” has run.</source>
      <translation>„{job}“ ist gelaufen.</translation>
    </message>
  </context>
  <context>
    <name>SampleDialog</name>
    <message>
      <source>Inventing customers, orders and some weeks of messages…</source>
      <translation>Kunden, Bestellungen und einige Wochen Nachrichten werden erfunden…</translation>
    </message>
    <message>
      <source>It lies in a folder of its own: your shop stays as it is, and nothing leaves this PC.</source>
      <translation>Er liegt in einem eigenen Ordner: Ihr Laden bleibt, wie er ist, und nichts verlässt diesen PC.</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Sample shop</source>
      <translation>Beispielladen</translation>
    </message>
  </context>
  <context>
    <name>Saving</name>
    <message>
      <source>“{file}” can't be written ({reason}). Nothing was saved; choose another folder.</source>
      <translation>„{file}“ lässt sich nicht schreiben ({reason}). Nichts wurde gesichert; wählen Sie einen anderen Ordner.</translation>
    </message>
  </context>
  <context>
    <name>SavingRows</name>
    <message>
      <source>Save list of problems</source>
      <translation>Problemliste sichern</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>Tabellen</translation>
    </message>
    <message>
      <source>The list of rows was saved.</source>
      <translation>Die Liste der Zeilen wurde gesichert.</translation>
    </message>
    <message>
      <source>{file} rows not taken</source>
      <translation>{file} nicht übernommene Zeilen</translation>
    </message>
  </context>
  <context>
    <name>SearchField</name>
    <message>
      <source>Clear the search</source>
      <translation>Suche leeren</translation>
    </message>
  </context>
  <context>
    <name>SelectionBar</name>
    <message numerus="yes">
      <source>%Ln customers get no more messages.</source>
      <translation>
        <numerusform>%Ln Kunde bekommt keine Nachrichten mehr.</numerusform>
        <numerusform>%Ln Kunden bekommen keine Nachrichten mehr.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers got the tag “{tag}”.</source>
      <translation>
        <numerusform>%Ln Kunde hat jetzt das Schlagwort „{tag}“.</numerusform>
        <numerusform>%Ln Kunden haben jetzt das Schlagwort „{tag}“.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers were written to {file}.</source>
      <translation>
        <numerusform>%Ln Kunde wurde in {file} geschrieben.</numerusform>
        <numerusform>%Ln Kunden wurden in {file} geschrieben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln selected</source>
      <translation>
        <numerusform>%Ln ausgewählt</numerusform>
        <numerusform>%Ln ausgewählt</numerusform>
      </translation>
    </message>
    <message>
      <source>Add tag…</source>
      <translation>Schlagwort…</translation>
    </message>
    <message>
      <source>Export customers</source>
      <translation>Kunden exportieren</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <source>Opt out</source>
      <translation>Abmelden</translation>
    </message>
    <message>
      <source>Select nobody (Esc)</source>
      <translation>Niemanden auswählen (Esc)</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
      <source>Win back…</source>
      <translation>Zurückgewinnen…</translation>
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <source>Restore this copy</source>
      <translation>Diese Kopie zurückholen</translation>
    </message>
    <message>
      <source>The sample shop was removed; nothing of it is left.</source>
      <translation>Der Beispielladen wurde entfernt; nichts davon ist übrig.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message numerus="yes">
      <source>%Ln things to mend</source>
      <translation>
        <numerusform>%Ln Fehler zu beheben</numerusform>
        <numerusform>%Ln Fehler zu beheben</numerusform>
      </translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Erweitert</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Verbindungen</translation>
    </message>
    <message>
      <source>Consent &amp; privacy</source>
      <translation>Zustimmung &amp; Datenschutz</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>Kopien</translation>
    </message>
    <message>
      <source>No setting is called that.</source>
      <translation>Keine Einstellung heißt so.</translation>
    </message>
    <message>
      <source>Program</source>
      <translation>Programm</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Search in settings</source>
      <translation>In Einstellungen suchen</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>Abschnitte</translation>
    </message>
    <message>
      <source>Sending rules</source>
      <translation>Senderegeln</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Settings found</source>
      <translation>Gefundene Einstellungen</translation>
    </message>
    <message>
      <source>Your shop</source>
      <translation>Ihr Laden</translation>
    </message>
  </context>
  <context>
    <name>ShopSection</name>
    <message>
      <source>Answers go to</source>
      <translation>Antworten gehen an</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <source>Currency</source>
      <translation>Währung</translation>
    </message>
    <message>
      <source>Days and hours are counted here.</source>
      <translation>Hier werden Tage und Stunden gezählt.</translation>
    </message>
    <message>
      <source>Every e-mail has to name it; no e-mail starts without.</source>
      <translation>Jede E-Mail muss sie nennen; ohne sie geht keine hinaus.</translation>
    </message>
    <message>
      <source>Go through the first questions again</source>
      <translation>Die ersten Fragen noch einmal durchgehen</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Orders in another currency are kept, and counted apart.</source>
      <translation>Bestellungen in anderer Währung bleiben und werden getrennt gezählt.</translation>
    </message>
    <message>
      <source>Phone numbers without a prefix are read as this country's.</source>
      <translation>Telefonnummern ohne Vorwahl gelten als aus diesem Land.</translation>
    </message>
    <message>
      <source>Place and money</source>
      <translation>Ort und Geld</translation>
    </message>
    <message>
      <source>Postal address</source>
      <translation>Postanschrift</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Zeitzone</translation>
    </message>
    <message>
      <source>Website</source>
      <translation>Website</translation>
    </message>
    <message>
      <source>Your customers see this in every message.</source>
      <translation>Ihre Kunden sehen das in jeder Nachricht.</translation>
    </message>
    <message>
      <source>Your shop</source>
      <translation>Ihr Laden</translation>
    </message>
  </context>
  <context>
    <name>ShopStep</name>
    <message>
      <source>&amp;Country</source>
      <translation>&amp;Land</translation>
    </message>
    <message>
      <source>&amp;Language of the program</source>
      <translation>&amp;Sprache des Programms</translation>
    </message>
    <message>
      <source>&amp;Money</source>
      <translation>&amp;Geld</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>&amp;Name</translation>
    </message>
    <message>
      <source>&amp;Postal address</source>
      <translation>&amp;Postanschrift</translation>
    </message>
    <message>
      <source>&amp;Time zone</source>
      <translation>Zeitz&amp;one</translation>
    </message>
    <message>
      <source>Answers go to &amp;e-mail</source>
      <translation>Antworten gehen an &amp;E-Mail</translation>
    </message>
    <message>
      <source>Every e-mail has to name it; no e-mail starts without.</source>
      <translation>Jede E-Mail muss sie nennen; ohne sie geht keine hinaus.</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Phone numbers without a prefix get {prefix}.</source>
      <translation>Telefonnummern ohne Vorwahl bekommen {prefix}.</translation>
    </message>
    <message>
      <source>Your customers see the name and the addresses in every message.</source>
      <translation>Ihre Kunden sehen Namen und Adressen in jeder Nachricht.</translation>
    </message>
    <message>
      <source>Your shop</source>
      <translation>Ihr Laden</translation>
    </message>
    <message>
      <source>Your shop has no name yet: your customers would not know who writes. Type it, or skip this page.</source>
      <translation>Ihr Laden hat noch keinen Namen: Ihre Kunden wüssten nicht, wer schreibt. Tragen Sie ihn ein, oder überspringen Sie diese Seite.</translation>
    </message>
    <message>
      <source>“{text}” is no e-mail address: your customers’ answers would reach nobody. Mend or empty it.</source>
      <translation>„{text}“ ist keine E-Mail-Adresse: Die Antworten Ihrer Kunden kämen bei niemandem an. Verbessern oder leeren Sie das Feld.</translation>
    </message>
  </context>
  <context>
    <name>SidePane</name>
    <message>
      <source>Check</source>
      <translation>Prüfung</translation>
    </message>
  </context>
  <context>
    <name>SpanChooser</name>
    <message>
      <source>Any time</source>
      <translation>Jederzeit</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>From … to …</source>
      <translation>Von … bis …</translation>
    </message>
    <message numerus="yes">
      <source>Last %Ln days</source>
      <translation>
        <numerusform>Letzter %Ln Tag</numerusform>
        <numerusform>Letzte %Ln Tage</numerusform>
      </translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>To</source>
      <translation>An</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message numerus="yes">
      <source>Today and the %Ln days before it</source>
      <translation>
        <numerusform>Heute und der Tag davor</numerusform>
        <numerusform>Heute und die %Ln Tage davor</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Standing</name>
    <message>
      <source>Held</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <source>Keys locked</source>
      <translation>Schlüssel gesperrt</translation>
    </message>
    <message>
      <source>Limit reached</source>
      <translation>Grenze erreicht</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Nicht verbunden</translation>
    </message>
    <message>
      <source>Not in this version</source>
      <translation>Nicht in dieser Version</translation>
    </message>
    <message>
      <source>Not reached</source>
      <translation>Nicht erreicht</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>Nicht benutzt</translation>
    </message>
    <message>
      <source>Nothing runs by itself: DISABLE_AUTO_ENGAGEMENT is set on this PC</source>
      <translation>Nichts läuft von selbst: Auf diesem PC ist DISABLE_AUTO_ENGAGEMENT gesetzt</translation>
    </message>
    <message>
      <source>On trial</source>
      <translation>Im Test</translation>
    </message>
    <message>
      <source>Refused</source>
      <translation>Abgelehnt</translation>
    </message>
    <message>
      <source>Saved, not tested</source>
      <translation>Gesichert, nicht getestet</translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Funktioniert</translation>
    </message>
    <message>
      <source>memory, until the program closes</source>
      <translation>Arbeitsspeicher, bis das Programm endet</translation>
    </message>
    <message>
      <source>the PC's keyring</source>
      <translation>Schlüsselbund des PCs</translation>
    </message>
    <message>
      <source>the desktop's keyring (Secret Service)</source>
      <translation>Schlüsselbund des Desktops (Secret Service)</translation>
    </message>
    <message>
      <source>the desktop's keyring (libsecret)</source>
      <translation>Schlüsselbund des Desktops (libsecret)</translation>
    </message>
  </context>
  <context>
    <name>StatesCard</name>
    <message>
      <source>Active</source>
      <translation>Aktiv</translation>
    </message>
    <message>
      <source>As soon as orders are there, you see here how many customers buy, and how many have stopped.</source>
      <translation>Sobald Bestellungen da sind, sehen Sie hier, wie viele Kunden kaufen und wie viele nicht mehr.</translation>
    </message>
    <message>
      <source>Counted from the orders for the end of each week, by today's rules. Stopped buying: no purchase for {silent} days. Lost: for more than {gone} days.</source>
      <translation>Aus den Bestellungen gezählt, zum Ende jeder Woche, nach den heutigen Regeln. Kauft nicht mehr: seit {silent} Tagen kein Kauf. Verloren: seit mehr als {gone} Tagen.</translation>
    </message>
    <message>
      <source>Customers over 12 months</source>
      <translation>Kunden in den letzten 12 Monaten</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>Verloren</translation>
    </message>
    <message>
      <source>Stopped buying</source>
      <translation>Kauft nicht mehr</translation>
    </message>
    <message>
      <source>Today {what}</source>
      <translation>Heute {what}</translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message numerus="yes">
      <source>%Ln to approve</source>
      <translation>
        <numerusform>%Ln freizugeben</numerusform>
        <numerusform>%Ln freizugeben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln waiting</source>
      <translation>
        <numerusform>%Ln wartet</numerusform>
        <numerusform>%Ln warten</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing leaves this PC: every message goes to the pretend provider.</source>
      <translation>Nichts verlässt diesen PC: Jede Nachricht geht an den vorgetäuschten Anbieter.</translation>
    </message>
    <message>
      <source>Pauses all sending</source>
      <translation>Hält den ganzen Versand an</translation>
    </message>
    <message>
      <source>Resumes sending</source>
      <translation>Setzt den Versand fort</translation>
    </message>
    <message>
      <source>Sample shop</source>
      <translation>Beispielladen</translation>
    </message>
    <message>
      <source>Sending goes on.</source>
      <translation>Der Versand geht weiter.</translation>
    </message>
    <message>
      <source>Sending is paused. Nobody is written to until you resume.</source>
      <translation>Der Versand ist angehalten. Niemand wird angeschrieben, bis Sie ihn fortsetzen.</translation>
    </message>
    <message>
      <source>Shows the campaigns, where they are switched on</source>
      <translation>Zeigt die Kampagnen, wo sie eingeschaltet werden</translation>
    </message>
    <message>
      <source>Shows the messages that are ready for your approval</source>
      <translation>Zeigt die Nachrichten, die auf Ihre Freigabe warten</translation>
    </message>
    <message>
      <source>Shows the queue</source>
      <translation>Zeigt die Warteschlange</translation>
    </message>
    <message>
      <source>Test mode</source>
      <translation>Testbetrieb</translation>
    </message>
    <message>
      <source>This PC has no password store: messages go when you press “Send now”. A click pauses all sending.</source>
      <translation>Dieser PC hat keinen Passwortspeicher: Nachrichten gehen, wenn Sie „Jetzt senden“ drücken. Ein Klick hält alles Senden an.</translation>
    </message>
    <message>
      <source>■ Sending paused</source>
      <translation>■ Versand angehalten</translation>
    </message>
    <message>
      <source>■ Sending paused until {when}</source>
      <translation>■ Versand angehalten bis {when}</translation>
    </message>
    <message>
      <source>○ Automatic messages are off</source>
      <translation>○ Automatische Nachrichten sind aus</translation>
    </message>
    <message>
      <source>○ Nothing goes by itself – next check {when}</source>
      <translation>○ Nichts geht von selbst – nächste Prüfung {when}</translation>
    </message>
    <message>
      <source>● Sending on – next check {when}</source>
      <translation>● Versand an – nächste Prüfung {when}</translation>
    </message>
  </context>
  <context>
    <name>StepLine</name>
    <message>
      <source>, where you are</source>
      <translation>, wo Sie sind</translation>
    </message>
    <message>
      <source>Step {number}: {name}</source>
      <translation>Schritt {number}: {name}</translation>
    </message>
  </context>
  <context>
    <name>StepRow</name>
    <message>
      <source>By</source>
      <translation>Über</translation>
    </message>
    <message>
      <source>Choose a text…</source>
      <translation>Text wählen…</translation>
    </message>
    <message>
      <source>Days after the message before</source>
      <translation>Tage nach der Nachricht davor</translation>
    </message>
    <message>
      <source>Take this message away</source>
      <translation>Diese Nachricht wegnehmen</translation>
    </message>
    <message>
      <source>Text of the further message</source>
      <translation>Text der weiteren Nachricht</translation>
    </message>
    <message>
      <source>The usual one: {name}</source>
      <translation>Der übliche: {name}</translation>
    </message>
    <message>
      <source>after</source>
      <translation>nach</translation>
    </message>
    <message>
      <source>days by</source>
      <translation>Tagen über</translation>
    </message>
  </context>
  <context>
    <name>StepRows</name>
    <message>
      <source>Add a further message</source>
      <translation>Weitere Nachricht hinzufügen</translation>
    </message>
  </context>
  <context>
    <name>StepsCard</name>
    <message>
      <source>Bring in your customers</source>
      <translation>Holen Sie Ihre Kunden</translation>
    </message>
    <message>
      <source>Connect a channel</source>
      <translation>Verbinden Sie einen Kanal</translation>
    </message>
    <message>
      <source>First steps</source>
      <translation>Erste Schritte</translation>
    </message>
    <message>
      <source>Put the first steps away</source>
      <translation>Erste Schritte ablegen</translation>
    </message>
    <message>
      <source>Send yourself a test</source>
      <translation>Senden Sie sich einen Test</translation>
    </message>
    <message>
      <source>Start the first campaign</source>
      <translation>Starten Sie die erste Kampagne</translation>
    </message>
    <message>
      <source>The first steps were put away.</source>
      <translation>Die ersten Schritte wurden abgelegt.</translation>
    </message>
    <message>
      <source>done</source>
      <translation>erledigt</translation>
    </message>
    <message>
      <source>to do</source>
      <translation>zu tun</translation>
    </message>
  </context>
  <context>
    <name>StoryView</name>
    <message>
      <source>Nothing yet.</source>
      <translation>Noch nichts.</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
  </context>
  <context>
    <name>TagDialog</name>
    <message>
      <source>Add a tag</source>
      <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
      <source>Add tag</source>
      <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <source>Which tag? Choose one or write a new one.</source>
      <translation>Welches Schlagwort? Wählen Sie eines oder schreiben Sie ein neues.</translation>
    </message>
  </context>
  <context>
    <name>TagLine</name>
    <message>
      <source>Add tag…</source>
      <translation>Schlagwort…</translation>
    </message>
    <message>
      <source>Remove the tag “{tag}”</source>
      <translation>Schlagwort „{tag}“ entfernen</translation>
    </message>
    <message>
      <source>The tag “{tag}” was added.</source>
      <translation>Das Schlagwort „{tag}“ wurde hinzugefügt.</translation>
    </message>
    <message>
      <source>The tag “{tag}” was removed.</source>
      <translation>Das Schlagwort „{tag}“ wurde entfernt.</translation>
    </message>
  </context>
  <context>
    <name>TakeBackDialog</name>
    <message numerus="yes">
      <source>%Ln entries ({kind}) that came with this file go again.</source>
      <translation>
        <numerusform>%Ln Eintrag ({kind}), der mit dieser Datei kam, verschwindet wieder.</numerusform>
        <numerusform>%Ln Einträge ({kind}), die mit dieser Datei kamen, verschwinden wieder.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln entries that this file changed become what they were before.</source>
      <translation>
        <numerusform>%Ln Eintrag, den diese Datei geändert hat, wird wieder, was er vorher war.</numerusform>
        <numerusform>%Ln Einträge, die diese Datei geändert hat, werden wieder, was sie vorher waren.</numerusform>
      </translation>
    </message>
    <message>
      <source>Take back the import of “{file}”?</source>
      <translation>Import von „{file}“ zurücknehmen?</translation>
    </message>
    <message>
      <source>The file had changed nothing, so nothing goes.</source>
      <translation>Die Datei hatte nichts geändert, also verschwindet nichts.</translation>
    </message>
    <message>
      <source>To have it back, import the file once more.</source>
      <translation>Um es wiederzuhaben, importieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
      <source>Undo import</source>
      <translation>Import zurücknehmen</translation>
    </message>
    <message>
      <source>What came later stays: other files, what you changed yourself, messages that went out, and every no.</source>
      <translation>Was später kam, bleibt: andere Dateien, Ihre eigenen Änderungen, gesendete Nachrichten und jedes Nein.</translation>
    </message>
  </context>
  <context>
    <name>TemplateEditor</name>
    <message>
      <source>Approved as</source>
      <translation>Genehmigt als</translation>
    </message>
    <message>
      <source>Empty: only to customers who wrote within 24 hours</source>
      <translation>Leer: nur an Kunden, die in den letzten 24 Stunden schrieben</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Für</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Language of the template</source>
      <translation>Sprache der Vorlage</translation>
    </message>
    <message>
      <source>Line below</source>
      <translation>Zeile darunter</translation>
    </message>
    <message>
      <source>Line below the subject</source>
      <translation>Zeile unter dem Betreff</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name of the template</source>
      <translation>Name der Vorlage</translation>
    </message>
    <message>
      <source>Name under which Meta approved it</source>
      <translation>Name, unter dem Meta sie genehmigt hat</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>Probleme</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Betreff</translation>
    </message>
    <message>
      <source>Text of the message</source>
      <translation>Text der Nachricht</translation>
    </message>
    <message>
      <source>What it is for</source>
      <translation>Wofür sie ist</translation>
    </message>
    <message>
      <source>Wherever I choose it</source>
      <translation>Wo immer ich sie wähle</translation>
    </message>
    <message>
      <source>line {line}, column {column}</source>
      <translation>Zeile {line}, Spalte {column}</translation>
    </message>
    <message>
      <source>✓ No problems</source>
      <translation>✓ Keine Probleme</translation>
    </message>
    <message numerus="yes">
      <source>✗ %Ln problems</source>
      <translation>
        <numerusform>✗ %Ln Problem</numerusform>
        <numerusform>✗ %Ln Probleme</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TemplateGallery</name>
    <message>
      <source>All channels</source>
      <translation>Alle Kanäle</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>Kanal</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>New template</source>
      <translation>Neue Vorlage</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Search in templates</source>
      <translation>In Vorlagen suchen</translation>
    </message>
    <message>
      <source>Templates</source>
      <translation>Vorlagen</translation>
    </message>
    <message>
      <source>comes with the program</source>
      <translation>vom Programm</translation>
    </message>
    <message>
      <source>not saved</source>
      <translation>nicht gesichert</translation>
    </message>
  </context>
  <context>
    <name>TemplatesPage</name>
    <message>
      <source>Check</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <source>Choose an approved text…</source>
      <translation>Freigegebenen Text wählen…</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copy to edit</source>
      <translation>Zum Bearbeiten kopieren</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>My message</source>
      <translation>Meine Nachricht</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Vorschau</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Sichern</translation>
    </message>
    <message>
      <source>Send me a test</source>
      <translation>Test an mich</translation>
    </message>
    <message>
      <source>Show the campaign</source>
      <translation>Kampagne zeigen</translation>
    </message>
    <message>
      <source>Templates</source>
      <translation>Vorlagen</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versionen</translation>
    </message>
    <message>
      <source>What was not saved is gone.</source>
      <translation>Was nicht gesichert war, ist weg.</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>Schreiben</translation>
    </message>
    <message>
      <source>{name} (mine)</source>
      <translation>{name} (meine)</translation>
    </message>
    <message>
      <source>“{name}” is used by {campaigns}. Choose another template there first.</source>
      <translation>„{name}“ wird verwendet von {campaigns}. Wählen Sie dort zuerst eine andere Vorlage.</translation>
    </message>
  </context>
  <context>
    <name>TestDialog</name>
    <message>
      <source>Each of them, in a message of its own</source>
      <translation>Jeden, in einer eigenen Nachricht</translation>
    </message>
    <message>
      <source>One message, to an address of your own. It is counted nowhere, and no customer gets it.</source>
      <translation>Eine Nachricht an eine eigene Adresse. Sie zählt nirgends, und kein Kunde bekommt sie.</translation>
    </message>
    <message>
      <source>Send me a test</source>
      <translation>Test an mich</translation>
    </message>
    <message>
      <source>Sending…</source>
      <translation>Wird gesendet…</translation>
    </message>
    <message>
      <source>Which text</source>
      <translation>Welcher Text</translation>
    </message>
    <message>
      <source>Your e-mail address</source>
      <translation>Ihre E-Mail-Adresse</translation>
    </message>
    <message>
      <source>Your own device</source>
      <translation>Ihr eigenes Gerät</translation>
    </message>
    <message>
      <source>Your phone number</source>
      <translation>Ihre Telefonnummer</translation>
    </message>
  </context>
  <context>
    <name>TestEnding</name>
    <message>
      <source>Nobody knows whether it arrived{words}. Look for it; it is not sent again by itself.</source>
      <translation>Niemand weiß, ob sie angekommen ist{words}. Sehen Sie nach; sie wird nicht von selbst noch einmal gesendet.</translation>
    </message>
    <message>
      <source>Nothing was sent. {why}.</source>
      <translation>Es wurde nichts gesendet. {why}.</translation>
    </message>
    <message>
      <source>{provider} did not take it{words}. Nothing was sent; see Settings, Connections.</source>
      <translation>{provider} hat sie nicht angenommen{words}. Nichts wurde gesendet; siehe Einstellungen, Verbindungen.</translation>
    </message>
    <message>
      <source>{provider} is left alone for now{words}. Nothing was sent; test it under Settings, Connections.</source>
      <translation>{provider} wird vorerst in Ruhe gelassen{words}. Nichts wurde gesendet; testen Sie die Verbindung unter Einstellungen, Verbindungen.</translation>
    </message>
    <message>
      <source>“{address}” is a customer's address. Nothing was sent: a test goes to your own address only.</source>
      <translation>„{address}“ ist die Adresse eines Kunden. Nichts wurde gesendet: Ein Test geht nur an Ihre eigene Adresse.</translation>
    </message>
    <message>
      <source>“{address}” is on the list of those who are never written to. Nothing was sent; type another one.</source>
      <translation>„{address}“ steht auf der Liste derer, die nie angeschrieben werden. Nichts wurde gesendet; geben Sie eine andere ein.</translation>
    </message>
    <message>
      <source>✓ Only pretended: nothing left this PC, because this channel goes to the pretend provider.</source>
      <translation>✓ Nur vorgetäuscht: Nichts hat diesen PC verlassen, weil dieser Kanal über den vorgetäuschten Anbieter läuft.</translation>
    </message>
    <message>
      <source>✓ Sent to {address} through {provider}. It is counted nowhere.</source>
      <translation>✓ An {address} über {provider} gesendet. Sie zählt nirgends.</translation>
    </message>
  </context>
  <context>
    <name>Tiles</name>
    <message numerus="yes">
      <source>%Ln of them because of the messages</source>
      <translation>
        <numerusform>%Ln davon wegen der Nachrichten</numerusform>
        <numerusform>%Ln davon wegen der Nachrichten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln to approve</source>
      <translation>
        <numerusform>%Ln freizugeben</numerusform>
        <numerusform>%Ln freizugeben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln waiting</source>
      <translation>
        <numerusform>%Ln wartet</numerusform>
        <numerusform>%Ln warten</numerusform>
      </translation>
    </message>
    <message>
      <source>Came back</source>
      <translation>Zurückgekommen</translation>
    </message>
    <message>
      <source>Customers who said no more messages in the last 30 days: by link, by answer, at the till, or told by the provider. A no that came with an imported file is not counted. Opens these customers.</source>
      <translation>Kunden, die in den letzten 30 Tagen keine Nachrichten mehr wollten: per Link, per Antwort, an der Kasse oder vom Anbieter gemeldet. Ein Nein aus einer importierten Datei zählt nicht. Öffnet diese Kunden.</translation>
    </message>
    <message>
      <source>Customers who said no more messages, {when}: by link, by answer, at the till, or told by the provider. A no that came with an imported file is not counted. Opens these customers.</source>
      <translation>Kunden, die keine Nachrichten mehr wollten, {when}: per Link, per Antwort, an der Kasse oder vom Anbieter gemeldet. Ein Nein aus einer importierten Datei zählt nicht. Öffnet diese Kunden.</translation>
    </message>
    <message>
      <source>Got a message</source>
      <translation>Bekamen eine Nachricht</translation>
    </message>
    <message numerus="yes">
      <source>Messages of the last 30 days after which the customer bought, up to %Ln days later. An order counts once, for the last message before it. With a control group it also says how many would not have come without a message. Opens the list with each order.</source>
      <translation>
        <numerusform>Nachrichten der letzten 30 Tage, nach denen gekauft wurde, bis zu %Ln Tag danach. Eine Bestellung zählt einmal, für die letzte Nachricht davor. Mit einer Kontrollgruppe steht auch da, wie viele ohne Nachricht nicht gekommen wären. Öffnet die Liste mit jeder Bestellung.</numerusform>
        <numerusform>Nachrichten der letzten 30 Tage, nach denen gekauft wurde, bis zu %Ln Tage danach. Eine Bestellung zählt einmal, für die letzte Nachricht davor. Mit einer Kontrollgruppe steht auch da, wie viele ohne Nachricht nicht gekommen wären. Öffnet die Liste mit jeder Bestellung.</numerusform>
      </translation>
    </message>
    <message>
      <source>Messages of {when} after which the customer bought, up to {days} days later. An order counts once, for the last message before it. Opens these customers.</source>
      <translation>Nachrichten ({when}), nach denen gekauft wurde, bis zu {days} Tage danach. Eine Bestellung zählt einmal, für die letzte Nachricht davor. Öffnet diese Kunden.</translation>
    </message>
    <message>
      <source>Messages that a provider took, today and on the 30 days before. Tests are not counted, nor what was left out or refused. Opens the list of these messages.</source>
      <translation>Nachrichten, die ein Anbieter heute und in den 30 Tagen davor angenommen hat. Tests zählen nicht, auch nichts Ausgelassenes oder Abgelehntes. Öffnet die Liste dieser Nachrichten.</translation>
    </message>
    <message>
      <source>Messages that a provider took, {when}. Tests are not counted, nor what was left out or refused. Opens the customers who got them.</source>
      <translation>Nachrichten, die ein Anbieter angenommen hat, {when}. Tests zählen nicht, auch nichts Ausgelassenes oder Abgelehntes. Öffnet die Kunden, die sie bekamen.</translation>
    </message>
    <message>
      <source>Money brought back</source>
      <translation>Zurückgebrachtes Geld</translation>
    </message>
    <message>
      <source>Opted out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <source>Opted out in the last 30 days</source>
      <translation>Abgemeldet in den letzten 30 Tagen</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>Sent, last 30 days</source>
      <translation>Gesendet, letzte 30 Tage</translation>
    </message>
    <message>
      <source>What the orders of those who came back were worth, less what was paid back later. Messages of {when}, orders up to {days} days after them. Opens these customers.</source>
      <translation>Was die Bestellungen der Zurückgekommenen wert waren, ohne das, was später erstattet wurde. Nachrichten: {when}, Bestellungen bis zu {days} Tage danach. Öffnet diese Kunden.</translation>
    </message>
    <message>
      <source>What those orders were worth, less what was paid back later. Some of these customers might have come without a message: a control group, under Settings, shows how many. Opens the list with each amount.</source>
      <translation>Was diese Bestellungen wert waren, ohne das, was später erstattet wurde. Manche dieser Kunden wären vielleicht ohne Nachricht gekommen: Wie viele, zeigt eine Kontrollgruppe, unter Einstellungen. Öffnet die Liste mit jedem Betrag.</translation>
    </message>
    <message>
      <source>and {others}</source>
      <translation>und {others}</translation>
    </message>
    <message>
      <source>nothing sent yet</source>
      <translation>noch nichts gesendet</translation>
    </message>
    <message>
      <source>nothing waits</source>
      <translation>nichts wartet</translation>
    </message>
    <message numerus="yes">
      <source>within %Ln days of a message</source>
      <translation>
        <numerusform>innerhalb von %Ln Tag nach einer Nachricht</numerusform>
        <numerusform>innerhalb von %Ln Tagen nach einer Nachricht</numerusform>
      </translation>
    </message>
    <message>
      <source>{percent} of messages sent</source>
      <translation>{percent} der gesendeten Nachrichten</translation>
    </message>
    <message>
      <source>{rate} of those sent</source>
      <translation>{rate} der gesendeten</translation>
    </message>
  </context>
  <context>
    <name>TimeChart</name>
    <message>
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>before: {value}</source>
      <translation>davor: {value}</translation>
    </message>
    <message>
      <source>dashed: before</source>
      <translation>gestrichelt: davor</translation>
    </message>
    <message>
      <source>{name}, before</source>
      <translation>{name}, davor</translation>
    </message>
  </context>
  <context>
    <name>Toast</name>
    <message>
      <source>Put this notice away</source>
      <translation>Hinweis schließen</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Zurücknehmen</translation>
    </message>
  </context>
  <context>
    <name>TodayCard</name>
    <message numerus="yes">
      <source>%Ln customers would get a message today</source>
      <translation>
        <numerusform>%Ln Kunde bekäme heute eine Nachricht</numerusform>
        <numerusform>%Ln Kunden bekämen heute eine Nachricht</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln of them are left out:</source>
      <translation>
        <numerusform>%Ln davon wird ausgelassen:</numerusform>
        <numerusform>%Ln davon werden ausgelassen:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln who stopped buying are due to be looked at.</source>
      <translation>
        <numerusform>%Ln, der nicht mehr kauft, ist zu prüfen.</numerusform>
        <numerusform>%Ln, die nicht mehr kaufen, sind zu prüfen.</numerusform>
      </translation>
    </message>
    <message>
      <source>Automatic messages are off: nobody gets one.</source>
      <translation>Automatische Nachrichten sind aus: Niemand bekommt eine.</translation>
    </message>
    <message>
      <source>Check all customers now</source>
      <translation>Jetzt alle Kunden prüfen</translation>
    </message>
    <message>
      <source>Looking through your customers…</source>
      <translation>Ihre Kunden werden durchgesehen…</translation>
    </message>
    <message>
      <source>Nobody who stopped buying is due today.</source>
      <translation>Von denen, die nicht mehr kaufen, ist heute niemand an der Reihe.</translation>
    </message>
    <message>
      <source>Nobody would get a message today</source>
      <translation>Heute bekäme niemand eine Nachricht</translation>
    </message>
    <message>
      <source>Show them</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show who would get a message today</source>
      <translation>Zeigen, wer heute eine Nachricht bekäme</translation>
    </message>
    <message>
      <source>Switch them on above; with your approval asked for, nothing leaves unseen.</source>
      <translation>Schalten Sie sie oben ein; mit Ihrer Freigabe geht nichts ungesehen hinaus.</translation>
    </message>
    <message>
      <source>The check is running</source>
      <translation>Die Prüfung läuft</translation>
    </message>
    <message>
      <source>Would get a message today</source>
      <translation>Bekämen heute eine Nachricht</translation>
    </message>
  </context>
  <context>
    <name>Told</name>
    <message>
      <source>A field of the approved template is empty for this customer.</source>
      <translation>Ein Feld der genehmigten Vorlage ist bei diesem Kunden leer.</translation>
    </message>
    <message>
      <source>A file can't be used ({reason}). Nothing was changed; check the disk and try again.</source>
      <translation>Eine Datei lässt sich nicht verwenden ({reason}). Es wurde nichts geändert; prüfen Sie den Datenträger, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>A file is a folder. Nothing was changed; name a file.</source>
      <translation>Eine Datei ist ein Ordner. Es wurde nichts geändert; wählen Sie eine Datei.</translation>
    </message>
    <message>
      <source>A file is already there. Nothing was changed; choose another name.</source>
      <translation>Eine Datei gibt es schon. Es wurde nichts geändert; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>A file is being brought in. Nobody is chosen meanwhile; try again when that has ended.</source>
      <translation>Gerade wird eine Datei importiert. Solange wird niemand ausgewählt; versuchen Sie es noch einmal, wenn das zu Ende ist.</translation>
    </message>
    <message>
      <source>A file may not be read or written. Nothing was changed; check its permissions.</source>
      <translation>Eine Datei darf nicht gelesen oder geschrieben werden. Es wurde nichts geändert; prüfen Sie ihre Zugriffsrechte.</translation>
    </message>
    <message>
      <source>A file was not found. Nothing was changed; check the path.</source>
      <translation>Eine Datei wurde nicht gefunden. Es wurde nichts geändert; prüfen Sie den Pfad.</translation>
    </message>
    <message>
      <source>A purchase of {amount} can't be. Nothing was recorded; name an amount above zero.</source>
      <translation>Einen Kauf über {amount} kann es nicht geben. Es wurde nichts eingetragen; nennen Sie einen Betrag über null.</translation>
    </message>
    <message>
      <source>A yes needs the words of what was agreed to. Nothing was kept; mend it and try again.</source>
      <translation>Zu einem Ja gehört der Wortlaut, dem zugestimmt wurde. Es wurde nichts gesichert; tragen Sie ihn ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>An address can't be written into an e-mail.</source>
      <translation>Eine Adresse lässt sich nicht in eine E-Mail schreiben.</translation>
    </message>
    <message>
      <source>Another group is called “{name}”. Nothing was saved; choose another name.</source>
      <translation>Eine andere Gruppe heißt schon „{name}“. Es wurde nichts gesichert; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>Another program holds the shop's database. Nothing was changed and nothing was sent; close it and try again.</source>
      <translation>Ein anderes Programm hält die Datenbank des Ladens fest. Es wurde nichts geändert und nichts gesendet; schließen Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Both are the same customer. Nothing was changed; name two different ones.</source>
      <translation>Beide sind derselbe Kunde. Es wurde nichts geändert; wählen Sie zwei verschiedene.</translation>
    </message>
    <message>
      <source>DISABLE_AUTO_ENGAGEMENT is set on this PC: no job runs and nobody is written to. Take it out of the environment to let jobs run; “send --payload” still works.</source>
      <translation>Auf diesem PC ist DISABLE_AUTO_ENGAGEMENT gesetzt: Es läuft keine Prüfung, und niemand wird angeschrieben. Nehmen Sie es aus der Umgebung, damit wieder geprüft wird; „send --payload“ geht trotzdem.</translation>
    </message>
    <message>
      <source>Google did not accept the service account.</source>
      <translation>Google hat das Dienstkonto nicht angenommen.</translation>
    </message>
    <message>
      <source>It was sent before an older copy of the shop took this one's place.</source>
      <translation>Sie wurde gesendet, bevor eine ältere Kopie an die Stelle dieses Ladens trat.</translation>
    </message>
    <message>
      <source>Line {line}, column {column}: {sentence} Nothing was sent.</source>
      <translation>Zeile {line}, Spalte {column}: {sentence} Es wurde nichts gesendet.</translation>
    </message>
    <message>
      <source>Messages are being sent already, by the window or by another command. Nothing is sent twice and nothing is lost; wait until that has ended.</source>
      <translation>Es werden schon Nachrichten gesendet, vom Fenster oder von einem anderen Befehl. Nichts geht doppelt hinaus, und nichts geht verloren; warten Sie, bis das zu Ende ist.</translation>
    </message>
    <message>
      <source>Messages of this campaign have gone out: what customers got stays in the history. Nothing was deleted; archive the campaign instead.</source>
      <translation>Von dieser Kampagne sind Nachrichten hinausgegangen: Was Kunden bekamen, bleibt im Verlauf. Es wurde nichts gelöscht; legen Sie die Kampagne stattdessen weg.</translation>
    </message>
    <message>
      <source>No customer is known by this phone, e-mail or id. Check it, or import her first.</source>
      <translation>Unter dieser Telefonnummer, E-Mail-Adresse oder Nummer ist kein Kunde bekannt. Prüfen Sie sie, oder importieren Sie den Kunden zuerst.</translation>
    </message>
    <message>
      <source>No device of this customer's is subscribed any more.</source>
      <translation>Kein Gerät dieses Kunden ist noch angemeldet.</translation>
    </message>
    <message>
      <source>No provider is in use that would be asked through the proxy; choose one first.</source>
      <translation>Kein Anbieter ist in Benutzung, der über den Proxy gefragt würde; wählen Sie zuerst einen.</translation>
    </message>
    <message>
      <source>No proxy is set: every provider is asked straight from this PC.</source>
      <translation>Es ist kein Proxy eingetragen: Jeder Anbieter wird direkt von diesem PC aus gefragt.</translation>
    </message>
    <message>
      <source>Nobody answers at the mail server's address and port.</source>
      <translation>An Adresse und Port des Mailservers antwortet niemand.</translation>
    </message>
    <message>
      <source>Nobody answers at the mailbox's address and port.</source>
      <translation>An Adresse und Port des Postfachs antwortet niemand.</translation>
    </message>
    <message>
      <source>Nobody would get this message now.</source>
      <translation>Niemand bekäme diese Nachricht jetzt.</translation>
    </message>
    <message>
      <source>Not connected yet: {channels}. Nobody could be written to; connect it under Settings. {sentence}</source>
      <translation>Noch nicht verbunden: {channels}. Niemand ließe sich anschreiben; verbinden Sie es unter Einstellungen. {sentence}</translation>
    </message>
    <message>
      <source>OneSignal knows no device of this customer's.</source>
      <translation>OneSignal kennt kein Gerät dieses Kunden.</translation>
    </message>
    <message>
      <source>Resend does not take this address.</source>
      <translation>Resend nimmt diese Adresse nicht an.</translation>
    </message>
    <message>
      <source>Resend has not verified the sender's domain.</source>
      <translation>Resend hat die Domain des Absenders nicht bestätigt.</translation>
    </message>
    <message>
      <source>She has not written within the last 24 hours, so WhatsApp takes an approved template only.</source>
      <translation>In den letzten 24 Stunden kam keine Nachricht von dort, deshalb nimmt WhatsApp nur eine genehmigte Vorlage an.</translation>
    </message>
    <message>
      <source>Something broke on the way, not at the customer's. You may try again.</source>
      <translation>Unterwegs ging etwas schief, nicht beim Kunden. Sie können es noch einmal versuchen.</translation>
    </message>
    <message>
      <source>Something went wrong that the program did not expect. Nothing more was done and nothing is sent twice; try again, and if it stays, send the newest file of the “logs” folder to support (it holds no addresses and no keys).</source>
      <translation>Etwas ist schiefgegangen, womit das Programm nicht gerechnet hat. Weiter wurde nichts getan, und nichts geht doppelt hinaus; versuchen Sie es noch einmal, und wenn es so bleibt, senden Sie die neueste Datei aus dem Ordner „logs“ an den Support (sie enthält keine Adressen und keine Schlüssel).</translation>
    </message>
    <message>
      <source>Stopped. The sample shop is not complete; start the demo again to build it anew.</source>
      <translation>Abgebrochen. Der Beispielladen ist nicht vollständig; beginnen Sie noch einmal, dann entsteht er neu.</translation>
    </message>
    <message>
      <source>The address is not valid.</source>
      <translation>Die Adresse ist ungültig.</translation>
    </message>
    <message>
      <source>The campaign has started: {keys} can't be changed any more. Nothing was changed; its name, description and pace can be, and a duplicate can say something else.</source>
      <translation>Die Kampagne hat begonnen: {keys} lässt sich nicht mehr ändern. Es wurde nichts geändert; Name, Beschreibung und Tempo lassen sich ändern, und eine Kopie kann etwas anderes sagen.</translation>
    </message>
    <message>
      <source>The campaign is not over yet. Nothing was changed; stop it first.</source>
      <translation>Die Kampagne ist noch nicht zu Ende. Es wurde nichts geändert; stoppen Sie sie zuerst.</translation>
    </message>
    <message>
      <source>The campaign is over and stays as it was. Duplicate it to send something like it again.</source>
      <translation>Die Kampagne ist zu Ende und bleibt, wie sie war. Kopieren Sie sie, um etwas Ähnliches noch einmal zu senden.</translation>
    </message>
    <message>
      <source>The campaign is running. Nothing was deleted; stop it first.</source>
      <translation>Die Kampagne läuft. Es wurde nichts gelöscht; stoppen Sie sie zuerst.</translation>
    </message>
    <message>
      <source>The campaign was not started and nobody was written to.</source>
      <translation>Die Kampagne wurde nicht gestartet und niemand angeschrieben.</translation>
    </message>
    <message>
      <source>The campaign was put away. Nothing was started; bring it back first.</source>
      <translation>Die Kampagne ist weggelegt. Es wurde nichts gestartet; holen Sie sie zuerst zurück.</translation>
    </message>
    <message>
      <source>The campaign {step}: {standing}. Nothing was changed and nothing is sent because of this; possible now: {steps}.</source>
      <translation>Das geht bei dieser Kampagne gerade nicht ({step}: {standing}). Es wurde nichts geändert, und nichts wird deswegen gesendet; möglich ist jetzt: {steps}.</translation>
    </message>
    <message>
      <source>The channel was given to another provider at this very moment.</source>
      <translation>Der Kanal ging gerade in diesem Augenblick an einen anderen Anbieter.</translation>
    </message>
    <message>
      <source>The clock of this PC can't be right: it lies behind what was already recorded, or far ahead of it. Nothing is sent and nothing was changed. Set date and time of this PC; if they are right, say so in the window, under Home.</source>
      <translation>Die Uhr dieses PCs kann nicht stimmen: Sie liegt vor dem, was schon festgehalten wurde, oder weit danach. Es wird nichts gesendet, und nichts wurde geändert. Stellen Sie Datum und Uhrzeit dieses PCs; wenn sie stimmen, sagen Sie es im Fenster unter „Start“.</translation>
    </message>
    <message>
      <source>The connection broke before the answer came.</source>
      <translation>Die Verbindung riss ab, bevor die Antwort kam.</translation>
    </message>
    <message>
      <source>The connection to the mail server broke.</source>
      <translation>Die Verbindung zum Mailserver riss ab.</translation>
    </message>
    <message>
      <source>The connection to the mailbox broke.</source>
      <translation>Die Verbindung zum Postfach riss ab.</translation>
    </message>
    <message>
      <source>The customer has no such pass on her phone any more.</source>
      <translation>Der Kunde hat diesen Pass nicht mehr auf dem Telefon.</translation>
    </message>
    <message>
      <source>The disk is full or can't be read. Nothing more is sent meanwhile; free some space, check the disk and try again.</source>
      <translation>Die Festplatte ist voll oder nicht lesbar. Bis dahin wird nichts mehr gesendet; schaffen Sie Platz, prüfen Sie die Festplatte und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>The disk is full. Nothing was changed and nothing is sent meanwhile; free some space and try again.</source>
      <translation>Der Datenträger ist voll. Es wurde nichts geändert, und solange wird nichts gesendet; schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>The disk is full. Nothing was sent; free some space, and the messages go on by themselves.</source>
      <translation>Der Datenträger ist voll. Es wurde nichts gesendet; schaffen Sie Platz, dann gehen die Nachrichten von selbst weiter.</translation>
    </message>
    <message>
      <source>The first message has already left. It can't be called back; stop the campaign and nobody else gets one.</source>
      <translation>Die erste Nachricht ist schon hinaus. Sie lässt sich nicht zurückholen; stoppen Sie die Kampagne, dann bekommt niemand sonst eine.</translation>
    </message>
    <message>
      <source>The folder “{folder}” can't hold the shop ({reason}). Nothing was opened; choose another folder with --data-dir or REENGAGE_DATA_DIR.</source>
      <translation>Der Ordner „{folder}“ kann den Laden nicht aufnehmen ({reason}). Es wurde nichts geöffnet; wählen Sie mit --data-dir oder REENGAGE_DATA_DIR einen anderen Ordner.</translation>
    </message>
    <message>
      <source>The folder “{folder}” is kept in step by {syncer}, which can damage a database that is in use. Nothing was opened; choose a folder outside it with --data-dir or REENGAGE_DATA_DIR.</source>
      <translation>Der Ordner „{folder}“ wird von {syncer} abgeglichen; dabei kann eine Datenbank in Benutzung Schaden nehmen. Es wurde nichts geöffnet; wählen Sie mit --data-dir oder REENGAGE_DATA_DIR einen Ordner außerhalb.</translation>
    </message>
    <message>
      <source>The folder “{folder}” is on another computer, and on the way there a database in use can be damaged. Nothing was opened; choose a folder on this PC with --data-dir or REENGAGE_DATA_DIR.</source>
      <translation>Der Ordner „{folder}“ liegt auf einem anderen Computer, und auf dem Weg dorthin kann eine Datenbank in Benutzung Schaden nehmen. Es wurde nichts geöffnet; wählen Sie mit --data-dir oder REENGAGE_DATA_DIR einen Ordner auf diesem PC.</translation>
    </message>
    <message>
      <source>The group has no name. Nothing was saved; give it one.</source>
      <translation>Die Gruppe hat keinen Namen. Es wurde nichts gesichert; geben Sie ihr einen.</translation>
    </message>
    <message>
      <source>The import is not taken back to its end yet. The next start goes on with it.</source>
      <translation>Der Import ist noch nicht bis zum Ende zurückgenommen. Der nächste Start macht damit weiter.</translation>
    </message>
    <message>
      <source>The key holds a line break or a letter that no key has, so nothing was sent. Enter it again, as the provider shows it.</source>
      <translation>Der Schlüssel enthält einen Zeilenumbruch oder einen Buchstaben, den kein Schlüssel hat; es wurde nichts gesendet. Geben Sie ihn noch einmal ein, so wie der Anbieter ihn zeigt.</translation>
    </message>
    <message>
      <source>The mail server answered with code {code}.</source>
      <translation>Der Mailserver antwortete mit Code {code}.</translation>
    </message>
    <message>
      <source>The mail server can't deliver to addresses with letters outside of ASCII.</source>
      <translation>Der Mailserver kann an Adressen mit Umlauten oder anderen besonderen Buchstaben nichts zustellen.</translation>
    </message>
    <message>
      <source>The mail server did not answer in time.</source>
      <translation>Der Mailserver hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
      <source>The mail server offers no STARTTLS; set “providers.smtp.security” to tls, with its port.</source>
      <translation>Der Mailserver bietet kein STARTTLS an; wählen Sie als Verschlüsselung TLS und den Port dazu.</translation>
    </message>
    <message>
      <source>The mail server takes no password on this port; use the port and security that your mail host names.</source>
      <translation>Der Mailserver nimmt auf diesem Port kein Passwort an; nehmen Sie Port und Verschlüsselung, die Ihr Mailanbieter nennt.</translation>
    </message>
    <message>
      <source>The mail server's certificate is not trusted by this PC, or it speaks no TLS on this port.</source>
      <translation>Dieser PC vertraut dem Zertifikat des Mailservers nicht, oder der Server spricht auf diesem Port kein TLS.</translation>
    </message>
    <message>
      <source>The mail server's name was not found; the PC is probably offline.</source>
      <translation>Der Name des Mailservers wurde nicht gefunden; wahrscheinlich ist der PC offline.</translation>
    </message>
    <message>
      <source>The mailbox could not be searched.</source>
      <translation>Das Postfach ließ sich nicht durchsuchen.</translation>
    </message>
    <message>
      <source>The mailbox did not answer in time.</source>
      <translation>Das Postfach hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
      <source>The mailbox did not take the user name and password: {said}</source>
      <translation>Das Postfach nahm Benutzername und Passwort nicht an: {said}</translation>
    </message>
    <message>
      <source>The mailbox has no folder “{folder}”; check “providers.imap.folder”.</source>
      <translation>Das Postfach hat keinen Ordner „{folder}“; prüfen Sie den Namen unter Verbindungen.</translation>
    </message>
    <message>
      <source>The mailbox is not connected: bounces and answers by mail are not fetched.</source>
      <translation>Das Postfach ist nicht verbunden: Rückläufer und Antworten per E-Mail werden nicht geholt.</translation>
    </message>
    <message>
      <source>The mailbox refused: {said}</source>
      <translation>Das Postfach lehnte ab: {said}</translation>
    </message>
    <message>
      <source>The mailbox's certificate is not trusted by this PC, or it speaks no TLS on this port.</source>
      <translation>Dieser PC vertraut dem Zertifikat des Postfachs nicht, oder der Server spricht auf diesem Port kein TLS.</translation>
    </message>
    <message>
      <source>The mailbox's server was not found; the PC is probably offline.</source>
      <translation>Der Server des Postfachs wurde nicht gefunden; wahrscheinlich ist der PC offline.</translation>
    </message>
    <message>
      <source>The mails in the mailbox could not be read.</source>
      <translation>Die Mails im Postfach ließen sich nicht lesen.</translation>
    </message>
    <message>
      <source>The message has more than {number} characters.</source>
      <translation>Die Nachricht hat mehr als {number} Zeichen.</translation>
    </message>
    <message>
      <source>The message holds half a character, which can't be written into an e-mail.</source>
      <translation>Die Nachricht enthält ein halbes Zeichen, das sich nicht in eine E-Mail schreiben lässt.</translation>
    </message>
    <message>
      <source>The message is empty.</source>
      <translation>Die Nachricht ist leer.</translation>
    </message>
    <message>
      <source>The message is too long for a push message.</source>
      <translation>Die Nachricht ist zu lang für eine Push-Nachricht.</translation>
    </message>
    <message>
      <source>The number can't be called.</source>
      <translation>Die Nummer lässt sich nicht anrufen.</translation>
    </message>
    <message>
      <source>The old sample shop in “{folder}” can't be removed; close what uses it.</source>
      <translation>Der alte Beispielladen in „{folder}“ lässt sich nicht entfernen; schließen Sie, was ihn benutzt.</translation>
    </message>
    <message>
      <source>The program ended while this message was being handed over. It may have arrived; it is not sent again.</source>
      <translation>Das Programm endete, während diese Nachricht übergeben wurde. Sie kann angekommen sein; sie wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
      <source>The provider answered with HTTP status {code}.</source>
      <translation>Der Anbieter antwortete mit HTTP-Status {code}.</translation>
    </message>
    <message>
      <source>The provider gave no id.</source>
      <translation>Der Anbieter gab keine Nummer.</translation>
    </message>
    <message>
      <source>The provider took the message without giving it an id.</source>
      <translation>Der Anbieter nahm die Nachricht an, ohne ihr eine Nummer zu geben.</translation>
    </message>
    <message>
      <source>The provider's address sends requests elsewhere; check “base_url”. Nothing was sent there.</source>
      <translation>Die Adresse des Anbieters leitet Anfragen woandershin; prüfen Sie „base_url“. Dorthin wurde nichts gesendet.</translation>
    </message>
    <message>
      <source>The proxy that is set under Settings did not lead to the server, so nothing was sent.</source>
      <translation>Der Proxy aus den Einstellungen führte nicht zum Server, deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
      <source>The proxy that is set under Settings wants another user name or password; nothing was sent.</source>
      <translation>Der Proxy aus den Einstellungen verlangt einen anderen Benutzernamen oder ein anderes Passwort; es wurde nichts gesendet.</translation>
    </message>
    <message>
      <source>The sample shop in “{folder}” could not be removed whole ({reason}). Your own shop is untouched; close what uses the folder and remove it again.</source>
      <translation>Der Beispielladen in „{folder}“ ließ sich nicht ganz entfernen ({reason}). Ihr eigener Laden ist unberührt; schließen Sie, was den Ordner benutzt, und entfernen Sie ihn noch einmal.</translation>
    </message>
    <message>
      <source>The sample shop is open in a window. Nothing was touched; close the window and try again.</source>
      <translation>Der Beispielladen ist in einem Fenster geöffnet. Es wurde nichts angerührt; schließen Sie das Fenster, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>The script is empty.</source>
      <translation>Der Gesprächstext ist leer.</translation>
    </message>
    <message>
      <source>The secret is empty. Nothing was saved; paste it from the provider's page and try again.</source>
      <translation>Der Schlüssel ist leer. Es wurde nichts gesichert; fügen Sie ihn von der Seite des Anbieters ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>The server could not be reached in time.</source>
      <translation>Der Server war nicht rechtzeitig zu erreichen.</translation>
    </message>
    <message>
      <source>The server could not be reached.</source>
      <translation>Der Server war nicht zu erreichen.</translation>
    </message>
    <message>
      <source>The server did not answer in time.</source>
      <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
      <source>The server's answer was far too long to be one.</source>
      <translation>Die Antwort des Servers war viel zu lang für eine Antwort.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted by this PC, so nothing was sent.</source>
      <translation>Dieser PC vertraut dem Zertifikat des Servers nicht, deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
      <source>The server's name was not found; the PC is probably offline.</source>
      <translation>Der Name des Servers wurde nicht gefunden; wahrscheinlich ist der PC offline.</translation>
    </message>
    <message>
      <source>The service account is no complete key file of Google's; create a new JSON key and save it again.</source>
      <translation>Das Dienstkonto ist keine vollständige Schlüsseldatei von Google; legen Sie einen neuen JSON-Schlüssel an, und sichern Sie ihn noch einmal.</translation>
    </message>
    <message>
      <source>The shop's database can't be opened here. Nothing was changed; check the folder and its permissions.</source>
      <translation>Die Datenbank des Ladens lässt sich hier nicht öffnen. Es wurde nichts geändert; prüfen Sie den Ordner und seine Zugriffsrechte.</translation>
    </message>
    <message>
      <source>The shop's database can't be used, and no good copy of it is in “{folder}”. Nothing is sent from it; put a copy that you kept elsewhere there and try again. Without one, move “shop.db” and that folder away: a new shop begins, which still knows who must not be written to.</source>
      <translation>Die Datenbank des Ladens lässt sich nicht verwenden, und in „{folder}“ liegt keine gute Sicherung davon. Es wird nichts daraus gesendet; legen Sie eine Sicherung dorthin, die Sie anderswo haben, und versuchen Sie es noch einmal. Ohne eine verschieben Sie „shop.db“ und diesen Ordner: Es beginnt ein neuer Laden, der noch weiß, wem nicht geschrieben werden darf.</translation>
    </message>
    <message>
      <source>The shop's database file is damaged or no database. Nothing is sent from it; restore the newest good backup.</source>
      <translation>Die Datei mit der Datenbank des Ladens ist beschädigt oder keine Datenbank. Aus ihr wird nichts gesendet; stellen Sie die neueste gute Kopie wieder her.</translation>
    </message>
    <message>
      <source>The shop's database file is empty. Nothing is sent from it; restore the newest good backup.</source>
      <translation>Die Datei mit der Datenbank des Ladens ist leer. Aus ihr wird nichts gesendet; stellen Sie die neueste gute Kopie wieder her.</translation>
    </message>
    <message>
      <source>The shop's database file is gone. Nothing is sent from it; restore the newest good backup.</source>
      <translation>Die Datei mit der Datenbank des Ladens ist weg. Es wird nichts gesendet; stellen Sie die neueste gute Kopie wieder her.</translation>
    </message>
    <message>
      <source>The shop's database is damaged. Nothing is sent from it; restore the newest good backup.</source>
      <translation>Die Datenbank des Ladens ist beschädigt. Aus ihr wird nichts gesendet; stellen Sie die neueste gute Kopie wieder her.</translation>
    </message>
    <message>
      <source>The shop's database may not be written. Nothing was changed; check the folder's permissions.</source>
      <translation>In die Datenbank des Ladens darf nicht geschrieben werden. Es wurde nichts geändert; prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
      <source>The shop's postal address is empty: no e-mail starts without it. Fill it in under Settings.</source>
      <translation>Die Postanschrift des Ladens fehlt: Ohne sie geht keine E-Mail hinaus. Tragen Sie sie unter Einstellungen ein.</translation>
    </message>
    <message>
      <source>The tag is empty. Nothing was changed; write a word.</source>
      <translation>Das Schlagwort ist leer. Es wurde nichts geändert; schreiben Sie ein Wort.</translation>
    </message>
    <message>
      <source>The template was not saved. Line {line}, column {column}: {sentence} “templates check” lists every fault.</source>
      <translation>Die Vorlage wurde nicht gesichert. Zeile {line}, Spalte {column}: {sentence} „templates check“ nennt alle Fehler.</translation>
    </message>
    <message>
      <source>The template was not saved: {sentence}</source>
      <translation>Die Vorlage wurde nicht gesichert: {sentence}</translation>
    </message>
    <message>
      <source>The template “{name}” is at fault: {sentence}</source>
      <translation>Die Vorlage „{name}“ hat einen Fehler: {sentence}</translation>
    </message>
    <message>
      <source>The template “{name}” is for none of the campaign's channels. Choose another one.</source>
      <translation>Die Vorlage „{name}“ passt zu keinem Kanal der Kampagne. Wählen Sie eine andere.</translation>
    </message>
    <message>
      <source>The template “{name}” is not for {channel}. Choose another one for that channel.</source>
      <translation>Die Vorlage „{name}“ ist nicht für {channel}. Wählen Sie für diesen Kanal eine andere.</translation>
    </message>
    <message>
      <source>The user name or password holds characters that mail servers can't take.</source>
      <translation>Benutzername oder Passwort enthalten Zeichen, die Mailserver nicht annehmen.</translation>
    </message>
    <message>
      <source>The user name or password holds characters that this mailbox can't take.</source>
      <translation>Benutzername oder Passwort enthalten Zeichen, die dieses Postfach nicht annimmt.</translation>
    </message>
    <message>
      <source>The wording is empty. Nothing was changed; write down what the customer agreed to.</source>
      <translation>Der Wortlaut ist leer. Es wurde nichts geändert; schreiben Sie auf, wozu zugestimmt wurde.</translation>
    </message>
    <message>
      <source>The wordings to compare are for none of the campaign's channels.</source>
      <translation>Die Texte zum Vergleichen passen zu keinem Kanal der Kampagne.</translation>
    </message>
    <message>
      <source>There is a group “{name}” again already. It stays as it is.</source>
      <translation>Eine Gruppe „{name}“ gibt es inzwischen wieder. Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
      <source>There is a template “{name}” already. Nothing was changed; choose another name.</source>
      <translation>Eine Vorlage „{name}“ gibt es schon. Es wurde nichts geändert; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>There is a template “{name}” already. Nothing was saved; choose another name.</source>
      <translation>Eine Vorlage „{name}“ gibt es schon. Es wurde nichts gesichert; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>There is no address to send the test to. Type your own; nothing was sent.</source>
      <translation>Es gibt keine Adresse für den Test. Tippen Sie Ihre eigene ein; es wurde nichts gesendet.</translation>
    </message>
    <message>
      <source>There is no campaign of your own with the number {number}. Nothing was done; “campaigns list” names them all.</source>
      <translation>Eine eigene Kampagne mit der Nummer {number} gibt es nicht. Es wurde nichts getan; „campaigns list“ nennt alle.</translation>
    </message>
    <message>
      <source>There is no customer number {number}.</source>
      <translation>Einen Kunden mit der Nummer {number} gibt es nicht.</translation>
    </message>
    <message>
      <source>There is no group number {number}. Nothing was done; “groups list” names them all.</source>
      <translation>Eine Gruppe mit der Nummer {number} gibt es nicht. Es wurde nichts getan; „groups list“ nennt alle.</translation>
    </message>
    <message>
      <source>There is no message {numbers}. Nothing was changed; see: reengage-desktop queue</source>
      <translation>Eine Nachricht {numbers} gibt es nicht. Es wurde nichts geändert; siehe: reengage-desktop queue</translation>
    </message>
    <message>
      <source>There is no template for {kind} on {channel}. Choose one or write one.</source>
      <translation>Für „{kind}“ über {channel} gibt es keine Vorlage. Wählen Sie eine, oder schreiben Sie eine.</translation>
    </message>
    <message>
      <source>There is no template for “{kind}” on {channel}; write one first.</source>
      <translation>Für „{kind}“ über {channel} gibt es keine Vorlage; schreiben Sie zuerst eine.</translation>
    </message>
    <message>
      <source>There is no template “{name}”. `templates list` names them all.</source>
      <translation>Eine Vorlage „{name}“ gibt es nicht. „templates list“ nennt alle.</translation>
    </message>
    <message>
      <source>This PC has no password store, so keys are kept only until the program closes and nothing is sent in the background. On Linux install and start GNOME Keyring, KWallet or KeePassXC, then start the program again.</source>
      <translation>Dieser PC hat keinen Passwortspeicher: Schlüssel bleiben nur, bis Sie das Programm beenden, und im Hintergrund wird nichts gesendet. Installieren und starten Sie unter Linux GNOME Keyring, KWallet oder KeePassXC, und starten Sie dann das Programm neu.</translation>
    </message>
    <message>
      <source>This backup and the shop as it is contradict each other, so that it can't be told who was written to. Nothing was changed and nobody is written to twice; restore another backup.</source>
      <translation>Diese Kopie und der Laden, wie er ist, widersprechen sich; wer angeschrieben wurde, lässt sich so nicht sagen. Es wurde nichts geändert, und niemand wird doppelt angeschrieben; stellen Sie eine andere Kopie wieder her.</translation>
    </message>
    <message>
      <source>This backup was written by a newer version of the program (schema {schema}, this one knows {known}). Nothing was changed; install the newer version.</source>
      <translation>Diese Kopie stammt von einer neueren Version des Programms (Schema {schema}, diese kennt {known}). Es wurde nichts geändert; installieren Sie die neuere Version.</translation>
    </message>
    <message>
      <source>This date can't be right: the program was written later. Nothing is sent until you set date and time of this PC.</source>
      <translation>Dieses Datum kann nicht stimmen: Das Programm wurde später geschrieben. Es wird nichts gesendet, bis Sie Datum und Uhrzeit dieses PCs stellen.</translation>
    </message>
    <message>
      <source>This file is a database, but no backup of a shop. Nothing was changed; choose another.</source>
      <translation>Diese Datei ist eine Datenbank, aber keine Kopie eines Ladens. Es wurde nichts geändert; wählen Sie eine andere.</translation>
    </message>
    <message>
      <source>This file is damaged or no backup of a shop. Nothing was changed; choose another one.</source>
      <translation>Diese Datei ist beschädigt oder keine Kopie eines Ladens. Es wurde nichts geändert; wählen Sie eine andere.</translation>
    </message>
    <message>
      <source>This is no e-mail address. Nothing was kept; mend it and try again.</source>
      <translation>Das ist keine E-Mail-Adresse. Es wurde nichts gesichert; verbessern Sie sie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>This is no phone number. Nothing was kept; mend it and try again.</source>
      <translation>Das ist keine Telefonnummer. Es wurde nichts gesichert; verbessern Sie sie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>This message is not yours to do any more: it is done, was taken out or went another way. Nothing was changed; look at the list again.</source>
      <translation>Diese Nachricht ist nicht mehr Ihre Sache: Sie ist erledigt, wurde herausgenommen oder ging einen anderen Weg. Es wurde nichts geändert; sehen Sie die Liste noch einmal an.</translation>
    </message>
    <message>
      <source>This shop's database was written by a newer version of the program (schema {schema}, this one knows {known}). Nothing was changed or sent; install the newer version.</source>
      <translation>Die Datenbank dieses Ladens stammt von einer neueren Version des Programms (Schema {schema}, diese kennt {known}). Es wurde nichts geändert oder gesendet; installieren Sie die neuere Version.</translation>
    </message>
    <message>
      <source>This version can't send through {provider} yet; choose another provider.</source>
      <translation>Diese Version kann über {provider} noch nicht senden; wählen Sie einen anderen Anbieter.</translation>
    </message>
    <message>
      <source>Twilio has the message and could not send it.</source>
      <translation>Twilio hat die Nachricht und konnte sie nicht senden.</translation>
    </message>
    <message>
      <source>Vapi did not call: its account or number does not allow it.</source>
      <translation>Vapi hat nicht angerufen: Konto oder Nummer erlauben es nicht.</translation>
    </message>
    <message>
      <source>Vapi did not call: too many calls at once or today. You may try again.</source>
      <translation>Vapi hat nicht angerufen: zu viele Anrufe auf einmal oder heute. Sie können es noch einmal versuchen.</translation>
    </message>
    <message>
      <source>Vapi did not take the call.</source>
      <translation>Vapi hat den Anruf nicht angenommen.</translation>
    </message>
    <message>
      <source>WhatsApp blocks marketing messages to numbers that begin with +1.</source>
      <translation>WhatsApp sperrt Werbenachrichten an Nummern, die mit +1 beginnen.</translation>
    </message>
    <message>
      <source>WhatsApp needs the name and language of a template that Meta has approved; this message has none.</source>
      <translation>WhatsApp braucht Name und Sprache einer Vorlage, die Meta genehmigt hat; diese Nachricht hat keine.</translation>
    </message>
    <message>
      <source>WhatsApp through Twilio needs an approved template: name it by its Content SID, which begins with HX.</source>
      <translation>WhatsApp über Twilio braucht eine genehmigte Vorlage: Nennen Sie ihre Content SID, die mit HX beginnt.</translation>
    </message>
    <message>
      <source>Without TLS the password would be readable on the way; set “{key}” to tls or starttls.</source>
      <translation>Ohne TLS wäre das Passwort unterwegs lesbar; wählen Sie als Verschlüsselung TLS oder STARTTLS („{key}“).</translation>
    </message>
    <message>
      <source>Without an e-mail address or a phone nobody could be told apart. Nothing was kept; mend it and try again.</source>
      <translation>Ohne E-Mail-Adresse oder Telefonnummer ließe sich niemand unterscheiden. Es wurde nichts gesichert; tragen Sie eine ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Your key was not saved: {store} did not take it, perhaps because it is full or may not be changed. What was saved before is unchanged. Remove entries there that you no longer need and save the key again ({fault}).</source>
      <translation>Ihr Schlüssel wurde nicht gespeichert: {store} hat ihn nicht angenommen, vielleicht weil kein Platz mehr ist oder nichts geändert werden darf. Was vorher gespeichert war, ist unverändert. Entfernen Sie dort Einträge, die Sie nicht mehr brauchen, und speichern Sie den Schlüssel noch einmal ({fault}).</translation>
    </message>
    <message>
      <source>Your keys can't be read: {store} does not answer. It may be asking for your password in another window. Nothing is sent meanwhile; every message waits. Answer it and try again.</source>
      <translation>Ihre Schlüssel können nicht gelesen werden: {store} antwortet nicht. Vielleicht wird in einem anderen Fenster nach Ihrem Passwort gefragt. Solange wird nichts gesendet; jede Nachricht wartet. Antworten Sie dort und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Your keys can't be read: {store} is locked. Nothing is sent meanwhile; every message waits. Unlock it, or log out of this PC and in again, and try again.</source>
      <translation>Ihre Schlüssel können nicht gelesen werden: {store} ist gesperrt. Solange wird nichts gesendet; jede Nachricht wartet. Entsperren Sie ihn, oder melden Sie sich an diesem PC ab und wieder an, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Your keys can't be read: {store} reported a fault ({fault}). Nothing is sent meanwhile; every message waits. Log out of this PC and in again, and try again.</source>
      <translation>Ihre Schlüssel können nicht gelesen werden: {store} hat einen Fehler gemeldet ({fault}). Solange wird nichts gesendet; jede Nachricht wartet. Melden Sie sich an diesem PC ab und wieder an, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>a cloud service</source>
      <translation>einem Cloud-Dienst</translation>
    </message>
    <message>
      <source>another program uses it</source>
      <translation>ein anderes Programm benutzt es</translation>
    </message>
    <message>
      <source>it is a folder</source>
      <translation>das ist ein Ordner</translation>
    </message>
    <message>
      <source>it is already there</source>
      <translation>gibt es schon</translation>
    </message>
    <message>
      <source>it is no ordinary file</source>
      <translation>das ist keine gewöhnliche Datei</translation>
    </message>
    <message>
      <source>it was not found</source>
      <translation>nicht gefunden</translation>
    </message>
    <message>
      <source>nothing can be written there</source>
      <translation>dort lässt sich nichts schreiben</translation>
    </message>
    <message>
      <source>part of the way there is a file and no folder</source>
      <translation>ein Teil des Wegs dorthin ist eine Datei und kein Ordner</translation>
    </message>
    <message>
      <source>the disk can't be read or written</source>
      <translation>der Datenträger lässt sich nicht lesen oder beschreiben</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>der Datenträger ist voll</translation>
    </message>
    <message>
      <source>the name is too long</source>
      <translation>der Name ist zu lang</translation>
    </message>
    <message>
      <source>the system refused</source>
      <translation>das System hat es abgelehnt</translation>
    </message>
    <message>
      <source>this is not allowed to the program</source>
      <translation>das Programm darf das nicht</translation>
    </message>
    <message>
      <source>too many files are open</source>
      <translation>zu viele Dateien sind geöffnet</translation>
    </message>
    <message>
      <source>{amount} has more decimals than {currency} has ({most}). Nothing was recorded; name what was paid.</source>
      <translation>{amount} hat mehr Nachkommastellen als {currency} ({most}). Nichts wurde eingetragen; nennen Sie, was bezahlt wurde.</translation>
    </message>
    <message>
      <source>{bought_on} is before {year}. Nothing was recorded; name the day when it was bought.</source>
      <translation>{bought_on} liegt vor {year}. Nichts wurde eingetragen; nennen Sie den Tag des Kaufs.</translation>
    </message>
    <message>
      <source>{bought_on} is still to come. Nothing was recorded; name the day when it was bought.</source>
      <translation>{bought_on} liegt noch in der Zukunft. Nichts wurde eingetragen; nennen Sie den Tag des Kaufs.</translation>
    </message>
    <message>
      <source>{names} and {name} are missing. Set them</source>
      <translation>{names} und {name} fehlen. Tragen Sie sie ein</translation>
    </message>
    <message>
      <source>{names} is missing. Set it</source>
      <translation>{names} fehlt. Tragen Sie es ein</translation>
    </message>
    <message>
      <source>{number} messages in a row came back. {sentence}</source>
      <translation>{number} Nachrichten hintereinander kamen zurück. {sentence}</translation>
    </message>
    <message>
      <source>{provider} answered with HTTP status {code}.</source>
      <translation>{provider} antwortete mit HTTP-Status {code}.</translation>
    </message>
    <message>
      <source>{provider} answered with status {code}.</source>
      <translation>{provider} antwortete mit Status {code}.</translation>
    </message>
    <message>
      <source>{provider} is not connected: something is missing. Fill it in under Settings, Connections.</source>
      <translation>{provider} ist nicht verbunden: Es fehlt noch etwas. Tragen Sie es unter Einstellungen, Verbindungen ein.</translation>
    </message>
    <message>
      <source>{provider} is not connected: {lacking} under Settings, Connections.</source>
      <translation>{provider} ist nicht verbunden: {lacking} unter Einstellungen, Verbindungen.</translation>
    </message>
    <message>
      <source>{provider} is not connected: {lacking} under Settings, Connections. Nothing was sent.</source>
      <translation>{provider} ist nicht verbunden: {lacking} unter Einstellungen, Verbindungen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
      <source>{provider} was asked and has no such call.</source>
      <translation>{provider} wurde gefragt und hat keinen solchen Anruf.</translation>
    </message>
    <message>
      <source>{provider} was asked and has no such mail.</source>
      <translation>{provider} wurde gefragt und hat keine solche E-Mail.</translation>
    </message>
    <message>
      <source>{provider} was asked and has no such message.</source>
      <translation>{provider} wurde gefragt und hat keine solche Nachricht.</translation>
    </message>
    <message>
      <source>{provider} was asked and has no such text.</source>
      <translation>{provider} wurde gefragt und hat keine solche SMS.</translation>
    </message>
    <message>
      <source>{provider}'s answer could not be read.</source>
      <translation>Die Antwort von {provider} ließ sich nicht lesen.</translation>
    </message>
    <message>
      <source>{sentence} It is {copy}.</source>
      <translation>{sentence} Sie ist {copy}.</translation>
    </message>
    <message>
      <source>{sentence} Or go back to the shop as it was before that: {copy}.</source>
      <translation>{sentence} Oder kehren Sie zum Laden zurück, wie er davor war: {copy}.</translation>
    </message>
    <message>
      <source>“{file}” can't be used ({reason}). Nothing was changed; check the disk and try again.</source>
      <translation>„{file}“ lässt sich nicht verwenden ({reason}). Es wurde nichts geändert; prüfen Sie den Datenträger, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>“{file}” is a folder. Nothing was changed; name a file.</source>
      <translation>„{file}“ ist ein Ordner. Es wurde nichts geändert; wählen Sie eine Datei.</translation>
    </message>
    <message>
      <source>“{file}” is already there. Nothing was changed; choose another name.</source>
      <translation>„{file}“ gibt es schon. Es wurde nichts geändert; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>“{file}” is already there. Nothing was saved; name a file that is not.</source>
      <translation>„{file}“ gibt es schon. Es wurde nichts gesichert; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>“{file}” is no UTF-8 text. Nothing was saved; save it as UTF-8 and try again.</source>
      <translation>„{file}“ ist kein UTF-8-Text. Es wurde nichts gesichert; speichern Sie die Datei als UTF-8, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>“{file}” is too large for a template. Nothing was saved.</source>
      <translation>„{file}“ ist zu groß für eine Vorlage. Es wurde nichts gesichert.</translation>
    </message>
    <message>
      <source>“{file}” may not be read or written. Nothing was changed; check its permissions.</source>
      <translation>„{file}“ darf nicht gelesen oder geschrieben werden. Es wurde nichts geändert; prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
      <source>“{file}” was not found. Nothing was changed; check the path.</source>
      <translation>„{file}“ wurde nicht gefunden. Es wurde nichts geändert; prüfen Sie den Pfad.</translation>
    </message>
    <message>
      <source>“{folder}” holds something else than a sample shop. Nothing was touched.</source>
      <translation>In „{folder}“ liegt etwas anderes als ein Beispielladen. Es wurde nichts angerührt.</translation>
    </message>
    <message>
      <source>“{folder}” holds something else than a sample shop. Nothing was touched; move it away, or name another folder with --data-dir.</source>
      <translation>In „{folder}“ liegt etwas anderes als ein Beispielladen. Es wurde nichts angerührt; räumen Sie es weg, oder nennen Sie mit --data-dir einen anderen Ordner.</translation>
    </message>
    <message>
      <source>“{folder}” is no folder on this PC. Nothing was changed; choose another one.</source>
      <translation>„{folder}“ ist kein Ordner auf diesem PC. Es wurde nichts geändert; wählen Sie einen anderen.</translation>
    </message>
    <message>
      <source>“{name}” is used by {users}. Choose another template there first.</source>
      <translation>„{name}“ wird verwendet von {users}. Wählen Sie dort zuerst eine andere Vorlage.</translation>
    </message>
    <message>
      <source>“{name}” is written for {channel}, not for {other_channel}. Nothing was sent.</source>
      <translation>„{name}“ ist für {channel} geschrieben, nicht für {other_channel}. Es wurde nichts gesendet.</translation>
    </message>
    <message>
      <source>“{name}” ships with the program and can't be deleted.</source>
      <translation>„{name}“ gehört zum Programm und lässt sich nicht löschen.</translation>
    </message>
    <message>
      <source>“{name}” ships with the program and keeps its name. Copy it to have one of your own.</source>
      <translation>„{name}“ gehört zum Programm und behält den Namen. Kopieren Sie die Vorlage, um eine eigene zu haben.</translation>
    </message>
    <message>
      <source>“{name}” ships with the program and stays as it is. Save your copy under another name; it is used in its place.</source>
      <translation>„{name}“ gehört zum Programm und bleibt, wie es ist. Sichern Sie Ihre Kopie unter einem anderen Namen; sie wird stattdessen verwendet.</translation>
    </message>
    <message>
      <source>“{typed}” is not a phone number. Nothing was sent; check it and try again.</source>
      <translation>„{typed}“ ist keine Telefonnummer. Es wurde nichts gesendet; prüfen Sie sie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>“{typed}” is not an e-mail address. Nothing was sent; check it and try again.</source>
      <translation>„{typed}“ ist keine E-Mail-Adresse. Es wurde nichts gesendet; prüfen Sie sie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>“{what}” can't start: it is held up by another process. Nothing was changed; wait until that has ended and try again.</source>
      <translation>„{what}“ kann nicht beginnen: Etwas anderes ist noch nicht fertig. Es wurde nichts geändert; warten Sie, bis es zu Ende ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>“{what}” can't start: it is held up by {holder} of process {number}, since {since}. Nothing was changed; wait until that has ended and try again.</source>
      <translation>„{what}“ kann nicht beginnen: Es läuft noch {holder} (Prozess {number}, seit {since}). Es wurde nichts geändert; warten Sie, bis das zu Ende ist, und versuchen Sie es noch einmal.</translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message numerus="yes">
      <source>%Ln customers came back</source>
      <translation>
        <numerusform>%Ln Kunde ist zurückgekommen</numerusform>
        <numerusform>%Ln Kunden sind zurückgekommen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are ready for your approval</source>
      <translation>
        <numerusform>%Ln Nachricht wartet auf Ihre Freigabe</numerusform>
        <numerusform>%Ln Nachrichten warten auf Ihre Freigabe</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages sent</source>
      <translation>
        <numerusform>%Ln Nachricht gesendet</numerusform>
        <numerusform>%Ln Nachrichten gesendet</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln to approve</source>
      <translation>
        <numerusform>%Ln freizugeben</numerusform>
        <numerusform>%Ln freizugeben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln waiting</source>
      <translation>
        <numerusform>%Ln wartet</numerusform>
        <numerusform>%Ln warten</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Check now</source>
      <translation>Jetzt &amp;prüfen</translation>
    </message>
    <message>
      <source>&amp;Open</source>
      <translation>&amp;Öffnen</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <source>&amp;Resume sending</source>
      <translation>Versand &amp;fortsetzen</translation>
    </message>
    <message>
      <source>Automatic messages are off</source>
      <translation>Automatische Nachrichten sind aus</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Über</translation>
    </message>
    <message>
      <source>Next check {when}</source>
      <translation>Nächste Prüfung {when}</translation>
    </message>
    <message>
      <source>Pause for &amp;1 hour</source>
      <translation>Für &amp;1 Stunde anhalten</translation>
    </message>
    <message>
      <source>Pause until &amp;tomorrow</source>
      <translation>Bis &amp;morgen anhalten</translation>
    </message>
    <message>
      <source>Paused until {when}</source>
      <translation>Angehalten bis {when}</translation>
    </message>
    <message>
      <source>Sending needs you</source>
      <translation>Der Versand braucht Sie</translation>
    </message>
    <message>
      <source>Sending paused</source>
      <translation>Versand angehalten</translation>
    </message>
    <message>
      <source>Waits until</source>
      <translation>Wartet bis</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
  </context>
  <context>
    <name>VersionsView</name>
    <message numerus="yes">
      <source>%Ln words changed</source>
      <translation>
        <numerusform>%Ln Wort geändert</numerusform>
        <numerusform>%Ln Wörter geändert</numerusform>
      </translation>
    </message>
    <message>
      <source>Restore this version</source>
      <translation>Diese Version wiederherstellen</translation>
    </message>
    <message>
      <source>There is no version yet: the first one is made when you save.</source>
      <translation>Noch gibt es keine Version: Die erste entsteht, wenn Sie sichern.</translation>
    </message>
    <message>
      <source>This is the version in use. What changed with it:</source>
      <translation>Das ist die Version, die gilt. Was sich mit ihr geändert hat:</translation>
    </message>
    <message>
      <source>Version {number} · {when}</source>
      <translation>Version {number} · {when}</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versionen</translation>
    </message>
    <message>
      <source>What changed</source>
      <translation>Was sich geändert hat</translation>
    </message>
    <message>
      <source>What would change if you restore it:</source>
      <translation>Was sich ändert, wenn Sie sie wiederherstellen:</translation>
    </message>
  </context>
  <context>
    <name>WatchedFolder</name>
    <message>
      <source>Choose a folder to watch</source>
      <translation>Ordner zum Beobachten wählen</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Ordner wählen…</translation>
    </message>
    <message>
      <source>Choose the folder into which your shop system or your browser puts exports. A new file whose columns you have imported once comes in by itself, read as you wanted the last one read, and stands under Activity → Imports, where you can take it back. Any other file is only told to you.</source>
      <translation>Wählen Sie den Ordner, in den Ihr Ladensystem oder Ihr Browser Exporte legt. Eine neue Datei, deren Spalten Sie einmal importiert haben, kommt von selbst herein, gelesen wie die letzte, und steht unter Aktivität → Importe, wo Sie sie zurücknehmen können. Jede andere Datei wird Ihnen nur gemeldet.</translation>
    </message>
    <message>
      <source>Files that come in by themselves</source>
      <translation>Dateien, die von selbst hereinkommen</translation>
    </message>
    <message>
      <source>New files in this folder come in by themselves from now on.</source>
      <translation>Neue Dateien in diesem Ordner kommen ab jetzt von selbst herein.</translation>
    </message>
    <message>
      <source>No folder is watched.</source>
      <translation>Kein Ordner wird beobachtet.</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Stop watching</source>
      <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
      <source>The folder is no longer watched.</source>
      <translation>Der Ordner wird nicht mehr beobachtet.</translation>
    </message>
    <message>
      <source>Watched: {folder}</source>
      <translation>Beobachtet: {folder}</translation>
    </message>
  </context>
  <context>
    <name>When</name>
    <message numerus="yes">
      <source>%Ln days ago</source>
      <translation>
        <numerusform>vor %Ln Tag</numerusform>
        <numerusform>vor %Ln Tagen</numerusform>
      </translation>
    </message>
    <message>
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <source>today</source>
      <translation>heute</translation>
    </message>
    <message>
      <source>today {time}</source>
      <translation>heute {time}</translation>
    </message>
    <message>
      <source>tomorrow {time}</source>
      <translation>morgen {time}</translation>
    </message>
    <message>
      <source>yesterday</source>
      <translation>gestern</translation>
    </message>
    <message>
      <source>yesterday {time}</source>
      <translation>gestern {time}</translation>
    </message>
    <message>
      <source>{day} {time}</source>
      <translation>{day} {time}</translation>
    </message>
  </context>
  <context>
    <name>WhenStep</name>
    <message>
      <source>As soon as I press Start</source>
      <translation>Sobald ich auf „Starten“ drücke</translation>
    </message>
    <message>
      <source>At most</source>
      <translation>Höchstens</translation>
    </message>
    <message>
      <source>Change these limits…</source>
      <translation>Diese Grenzen ändern…</translation>
    </message>
    <message>
      <source>Control group: {share}</source>
      <translation>Kontrollgruppe: {share}</translation>
    </message>
    <message>
      <source>Day on which it begins</source>
      <translation>Tag, an dem sie beginnt</translation>
    </message>
    <message>
      <source>Do you want to know what it really brings?</source>
      <translation>Möchten Sie wissen, was sie wirklich bringt?</translation>
    </message>
    <message>
      <source>How fast?</source>
      <translation>Wie schnell?</translation>
    </message>
    <message>
      <source>Leave a few out at random. Whoever of them comes anyway would have come without a message, and the result says so.</source>
      <translation>Lassen Sie zufällig einige aus. Wer von ihnen trotzdem kommt, wäre auch ohne Nachricht gekommen, und das Ergebnis sagt es.</translation>
    </message>
    <message>
      <source>Messages a day</source>
      <translation>Nachrichten am Tag</translation>
    </message>
    <message>
      <source>Messages a minute</source>
      <translation>Nachrichten pro Minute</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>Niemand</translation>
    </message>
    <message>
      <source>On a day</source>
      <translation>An einem Tag</translation>
    </message>
    <message>
      <source>That moment is over. Choose a later one, or begin at once.</source>
      <translation>Dieser Zeitpunkt ist vorbei. Wählen Sie einen späteren, oder beginnen Sie gleich.</translation>
    </message>
    <message>
      <source>Time at which it begins</source>
      <translation>Uhrzeit, zu der sie beginnt</translation>
    </message>
    <message>
      <source>Whatever you choose: at most {week} a week and {month} a month to one person, over all campaigns. Texts, calls and push messages are silent from {from} to {until} of the customer's own time. How many messages somebody gets between two purchases is limited for the automatic ones only, not for this campaign.</source>
      <translation>Was Sie auch wählen: höchstens {week} pro Woche und {month} pro Monat an eine Person, über alle Kampagnen. SMS, Anrufe und Push-Nachrichten schweigen von {from} bis {until} nach der Uhr des Kunden. Wie viele Nachrichten jemand zwischen zwei Käufen bekommt, ist nur für die automatischen begrenzt, nicht für diese Kampagne.</translation>
    </message>
    <message>
      <source>When does it begin?</source>
      <translation>Wann beginnt sie?</translation>
    </message>
    <message>
      <source>a minute.</source>
      <translation>pro Minute.</translation>
    </message>
    <message>
      <source>at</source>
      <translation>um</translation>
    </message>
    <message>
      <source>messages a day,</source>
      <translation>Nachrichten am Tag,</translation>
    </message>
    <message>
      <source>no limit</source>
      <translation>keine Grenze</translation>
    </message>
    <message>
      <source>{share} %</source>
      <translation>{share} %</translation>
    </message>
  </context>
  <context>
    <name>WhileOffDialog</name>
    <message numerus="yes">
      <source>%Ln messages are left out.</source>
      <translation>
        <numerusform>%Ln Nachricht wird ausgelassen.</numerusform>
        <numerusform>%Ln Nachrichten werden ausgelassen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages go with the next sending.</source>
      <translation>
        <numerusform>%Ln Nachricht geht mit dem nächsten Versand hinaus.</numerusform>
        <numerusform>%Ln Nachrichten gehen mit dem nächsten Versand hinaus.</numerusform>
      </translation>
    </message>
    <message>
      <source>By</source>
      <translation>Über</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>It goes by itself with the next sending.</source>
      <translation>Sie geht von selbst mit dem nächsten Versand.</translation>
    </message>
    <message>
      <source>It is left out with the next sending.</source>
      <translation>Sie wird mit dem nächsten Versand ausgelassen.</translation>
    </message>
    <message>
      <source>It was left out for that.</source>
      <translation>Sie wurde deshalb ausgelassen.</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Auslassen</translation>
    </message>
    <message>
      <source>Messages of that time</source>
      <translation>Nachrichten aus dieser Zeit</translation>
    </message>
    <message>
      <source>No message became due or too old while your PC was off.</source>
      <translation>Während Ihr PC aus war, wurde keine Nachricht fällig oder zu alt.</translation>
    </message>
    <message>
      <source>Nothing was missed</source>
      <translation>Nichts wurde verpasst</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Jetzt</translation>
    </message>
    <message numerus="yes">
      <source>On %Ln days there was no daily check, and none is made up for: {days}.</source>
      <translation>
        <numerusform>An %Ln Tag gab es keine tägliche Prüfung, und sie wird nicht nachgeholt: {days}.</numerusform>
        <numerusform>An %Ln Tagen gab es keine tägliche Prüfung, und keine wird nachgeholt: {days}.</numerusform>
      </translation>
    </message>
    <message>
      <source>Send all the same</source>
      <translation>Trotzdem senden</translation>
    </message>
    <message>
      <source>Still in time</source>
      <translation>Noch rechtzeitig</translation>
    </message>
    <message>
      <source>There has been no longer break so far.</source>
      <translation>Bisher gab es keine längere Pause.</translation>
    </message>
    <message>
      <source>Too late</source>
      <translation>Zu spät</translation>
    </message>
    <message>
      <source>Was due</source>
      <translation>War fällig</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>While your PC was off</source>
      <translation>Während Ihr PC aus war</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>Your PC was off, or the program closed, from {since} until {until}.</source>
      <translation>Ihr PC war aus oder das Programm geschlossen, von {since} bis {until}.</translation>
    </message>
  </context>
  <context>
    <name>WhoStep</name>
    <message>
      <source>All customers</source>
      <translation>Alle Kunden</translation>
    </message>
    <message>
      <source>Begin with</source>
      <translation>Beginnen mit</translation>
    </message>
    <message>
      <source>Conditions of my own</source>
      <translation>Eigene Bedingungen</translation>
    </message>
    <message>
      <source>Group “{name}” ({count})</source>
      <translation>Gruppe „{name}“ ({count})</translation>
    </message>
    <message>
      <source>Leave out more</source>
      <translation>Weitere auslassen</translation>
    </message>
    <message>
      <source>People in other running campaigns of mine</source>
      <translation>Personen in anderen laufenden Kampagnen von mir</translation>
    </message>
    <message>
      <source>Something is missing in the conditions.</source>
      <translation>In den Bedingungen fehlt noch etwas.</translation>
    </message>
    <message>
      <source>Take away: {condition}</source>
      <translation>Wegnehmen: {condition}</translation>
    </message>
    <message>
      <source>Who gets it?</source>
      <translation>Wer bekommt sie?</translation>
    </message>
    <message>
      <source>Who got “{campaign}”</source>
      <translation>Wer „{campaign}“ bekam</translation>
    </message>
    <message>
      <source>Who is left out?</source>
      <translation>Wer wird ausgelassen?</translation>
    </message>
    <message>
      <source>Whoever has not agreed, said no, or got this week's message is left out anyway; the last page says who and why.</source>
      <translation>Wer nicht zugestimmt oder Nein gesagt oder die Nachricht dieser Woche schon hat, wird ohnehin ausgelassen; die letzte Seite sagt, wer und warum.</translation>
    </message>
  </context>
  <context>
    <name>Why</name>
    <message numerus="yes">
      <source>%Ln messages before this one since the last purchase.</source>
      <translation>
        <numerusform>%Ln Nachricht vor dieser seit dem letzten Kauf.</numerusform>
        <numerusform>%Ln Nachrichten vor dieser seit dem letzten Kauf.</numerusform>
      </translation>
    </message>
    <message>
      <source>A file is just being imported. Nothing is decided on half of it; it goes on afterwards.</source>
      <translation>Eine Datei wird gerade importiert. Mit einer halben wird nichts entschieden; danach geht es weiter.</translation>
    </message>
    <message>
      <source>Already got this month's messages. Nobody gets more than {month} in 30 days.</source>
      <translation>Hat die Nachrichten dieses Monats schon. Niemand bekommt mehr als {month} in 30 Tagen.</translation>
    </message>
    <message>
      <source>Already got this week's message. Nobody gets more than {week} in 7 days, whatever the campaign.</source>
      <translation>Hat die Nachricht dieser Woche schon. Niemand bekommt mehr als {week} in 7 Tagen, gleich aus welcher Kampagne.</translation>
    </message>
    <message>
      <source>Another message to the same person is already waiting. Nobody gets two at once.</source>
      <translation>Eine andere Nachricht an dieselbe Person wartet schon. Niemand bekommt zwei auf einmal.</translation>
    </message>
    <message>
      <source>As many messages as are allowed on one day have gone already. The turn comes on another day.</source>
      <translation>Für heute sind schon so viele Nachrichten hinausgegangen wie erlaubt. An einem anderen Tag geht es weiter.</translation>
    </message>
    <message>
      <source>Automatic messages are switched off. What waits stays in the queue until you switch them on.</source>
      <translation>Automatische Nachrichten sind ausgeschaltet. Was wartet, bleibt in der Warteschlange, bis Sie sie einschalten.</translation>
    </message>
    <message>
      <source>Belongs to the control group, to whom nothing is written, so that you can see what the messages really bring.</source>
      <translation>Gehört zur Kontrollgruppe, der nichts geschrieben wird, damit Sie sehen, was die Nachrichten wirklich bringen.</translation>
    </message>
    <message numerus="yes">
      <source>Bought less than %Ln days ago. Only after that somebody has stopped buying.</source>
      <translation>
        <numerusform>Hat vor weniger als %Ln Tag gekauft. Erst danach kauft jemand nicht mehr.</numerusform>
        <numerusform>Hat vor weniger als %Ln Tagen gekauft. Erst danach kauft jemand nicht mehr.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Bought nothing for %Ln days.</source>
      <translation>
        <numerusform>Hat seit %Ln Tag nichts gekauft.</numerusform>
        <numerusform>Hat seit %Ln Tagen nichts gekauft.</numerusform>
      </translation>
    </message>
    <message>
      <source>Could not go in time, or what it says is no longer true. It was not sent.</source>
      <translation>Konnte nicht rechtzeitig hinaus, oder was darin steht, stimmt nicht mehr. Sie wurde nicht gesendet.</translation>
    </message>
    <message>
      <source>Five or more customers have this address, so nobody knows whose agreement it would be.</source>
      <translation>Fünf oder mehr Kunden haben diese Adresse, deshalb weiß niemand, wessen Zustimmung es wäre.</translation>
    </message>
    <message>
      <source>Gets the code {code}, which nobody else has.</source>
      <translation>Bekommt den Code {code}, den sonst niemand hat.</translation>
    </message>
    <message>
      <source>Got this very message before. It is never sent twice.</source>
      <translation>Hat genau diese Nachricht schon bekommen. Sie wird nie zweimal gesendet.</translation>
    </message>
    <message>
      <source>Got what your rules allow between two purchases: {lapse}. No more until the next one.</source>
      <translation>Hat bekommen, was Ihre Regeln zwischen zwei Käufen erlauben: {lapse}. Bis zum nächsten Kauf nicht mehr.</translation>
    </message>
    <message>
      <source>Has answered an earlier message of this campaign, so its further ones are not sent.</source>
      <translation>Hat auf eine frühere Nachricht dieser Kampagne geantwortet, deshalb werden die weiteren nicht gesendet.</translation>
    </message>
    <message>
      <source>Has bought again since this message was written. It was not sent: it had done its work.</source>
      <translation>Hat wieder gekauft, seit diese Nachricht geschrieben wurde. Sie wurde nicht gesendet, weil sie nicht mehr nötig ist.</translation>
    </message>
    <message>
      <source>Has never bought, so there is nobody to win back.</source>
      <translation>Hat nie gekauft, also gibt es niemanden zurückzugewinnen.</translation>
    </message>
    <message>
      <source>Has not agreed to messages on this channel. Ask, and note the answer on the customer's page.</source>
      <translation>Hat Nachrichten auf diesem Kanal nicht zugestimmt. Fragen Sie, und notieren Sie die Antwort auf der Seite des Kunden.</translation>
    </message>
    <message>
      <source>Has spent {amount} in all.</source>
      <translation>Hat insgesamt {amount} ausgegeben.</translation>
    </message>
    <message>
      <source>Looked at “{product}” for {was} ({when}); it costs {now} today.</source>
      <translation>Hat „{product}“ für {was} angesehen ({when}); heute kostet es {now}.</translation>
    </message>
    <message>
      <source>Looked at “{product}” while it was sold out ({when}); it is there again.</source>
      <translation>Hat „{product}“ angesehen, als es ausverkauft war ({when}); jetzt ist es wieder da.</translation>
    </message>
    <message>
      <source>Messages to this address came back. It is left alone until you enter another one.</source>
      <translation>Nachrichten an diese Adresse kamen zurück. Sie bleibt in Ruhe, bis Sie eine andere eintragen.</translation>
    </message>
    <message>
      <source>Nobody is disturbed between {start} and {end} there. The message goes when the night is over.</source>
      <translation>Zwischen {start} und {end} wird dort niemand gestört. Die Nachricht geht, wenn die Nacht vorbei ist.</translation>
    </message>
    <message>
      <source>Nobody knows what time it is there, so the message could ring at night. Approve it to send it anyway.</source>
      <translation>Niemand weiß, wie spät es dort ist; die Nachricht könnte nachts klingeln. Geben Sie sie frei, um sie trotzdem zu senden.</translation>
    </message>
    <message>
      <source>One of your best customers, and has no valid code.</source>
      <translation>Einer Ihrer besten Kunden, und ohne gültigen Code.</translation>
    </message>
    <message>
      <source>Said no more messages. Nobody who said so is written to again.</source>
      <translation>Will keine Nachrichten mehr. Wer das gesagt hat, wird nicht mehr angeschrieben.</translation>
    </message>
    <message>
      <source>Sending or this campaign is paused. What waits stays in the queue.</source>
      <translation>Der Versand oder diese Kampagne ist angehalten. Was wartet, bleibt in der Warteschlange.</translation>
    </message>
    <message>
      <source>The address is not valid: the provider knows nobody there. Correct it on the customer's page.</source>
      <translation>Die Adresse ist ungültig: Der Anbieter kennt dort niemanden. Verbessern Sie sie auf der Seite des Kunden.</translation>
    </message>
    <message>
      <source>The address is on the list of those who are never written to, or was forgotten because the customer asked for it.</source>
      <translation>Die Adresse steht auf der Liste derer, die nie angeschrieben werden, oder wurde auf Wunsch vergessen.</translation>
    </message>
    <message>
      <source>The channel is not connected or not chosen. What waits goes as soon as it is.</source>
      <translation>Der Kanal ist nicht verbunden oder nicht gewählt. Was wartet, geht hinaus, sobald er es ist.</translation>
    </message>
    <message>
      <source>The clock of this PC can't be right. Nothing goes until it is, so that nobody is woken at night.</source>
      <translation>Die Uhr dieses PCs kann nicht stimmen. Bis sie stimmt, geht nichts hinaus, damit niemand nachts geweckt wird.</translation>
    </message>
    <message>
      <source>The first message since the last purchase.</source>
      <translation>Die erste Nachricht seit dem letzten Kauf.</translation>
    </message>
    <message numerus="yes">
      <source>The last purchase is more than %Ln days ago. Your rules leave such customers alone.</source>
      <translation>
        <numerusform>Der letzte Kauf ist mehr als %Ln Tag her. Ihre Regeln lassen solche Kunden in Ruhe.</numerusform>
        <numerusform>Der letzte Kauf ist mehr als %Ln Tage her. Ihre Regeln lassen solche Kunden in Ruhe.</numerusform>
      </translation>
    </message>
    <message>
      <source>The provider refused your account or can't be reached. What waits stays in the queue until it works.</source>
      <translation>Der Anbieter hat Ihr Konto abgelehnt oder ist nicht erreichbar. Was wartet, bleibt in der Warteschlange, bis es wieder geht.</translation>
    </message>
    <message>
      <source>The provider takes no more messages right now. The rest goes as soon as it does.</source>
      <translation>Der Anbieter nimmt gerade keine Nachrichten mehr an. Der Rest geht, sobald er es tut.</translation>
    </message>
    <message>
      <source>The rules for that country don't allow this kind of message on this channel.</source>
      <translation>Die Regeln dieses Landes erlauben diese Art von Nachricht auf diesem Kanal nicht.</translation>
    </message>
    <message>
      <source>The template needs a word that is not known about this customer, so the message can't be written.</source>
      <translation>Die Vorlage braucht ein Wort, das zu diesem Kunden nicht bekannt ist; die Nachricht lässt sich nicht schreiben.</translation>
    </message>
    <message>
      <source>There are fewer units in stock than customers who waited for them. Those who looked first come first.</source>
      <translation>Es gibt weniger Stück auf Lager als Kunden, die darauf gewartet haben. Wer zuerst geschaut hat, kommt zuerst.</translation>
    </message>
    <message>
      <source>There is no address for this channel on the customer's page.</source>
      <translation>Auf der Seite des Kunden steht keine Adresse für diesen Kanal.</translation>
    </message>
    <message>
      <source>There is something new in a category that was bought from.</source>
      <translation>Es gibt etwas Neues in einer gern gekauften Kategorie.</translation>
    </message>
    <message>
      <source>Today is not a day for such messages. It goes on the next day that is.</source>
      <translation>Heute ist kein Tag für solche Nachrichten. Sie geht am nächsten erlaubten Tag.</translation>
    </message>
    <message>
      <source>Waits for your approval. Nothing goes before you say so.</source>
      <translation>Wartet auf Ihre Freigabe. Nichts geht hinaus, bevor Sie es sagen.</translation>
    </message>
    <message>
      <source>You do this one yourself: open it from the list of what is for you to do, and say how it ended.</source>
      <translation>Diese erledigen Sie selbst: Öffnen Sie sie aus der Liste dessen, was für Sie zu tun ist, und sagen Sie, wie es ausging.</translation>
    </message>
    <message>
      <source>a product</source>
      <translation>ein Produkt</translation>
    </message>
  </context>
  <context>
    <name>Wording</name>
    <message numerus="yes">
      <source>&amp;Import %Ln customers</source>
      <translation>
        <numerusform>%Ln Kunden &amp;importieren</numerusform>
        <numerusform>%Ln Kunden &amp;importieren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln enquiries</source>
      <translation>
        <numerusform>%Ln Anfrage &amp;importieren</numerusform>
        <numerusform>%Ln Anfragen &amp;importieren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln opt-outs</source>
      <translation>
        <numerusform>%Ln Abmeldung &amp;importieren</numerusform>
        <numerusform>%Ln Abmeldungen &amp;importieren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln orders</source>
      <translation>
        <numerusform>%Ln Bestellung &amp;importieren</numerusform>
        <numerusform>%Ln Bestellungen &amp;importieren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln product views</source>
      <translation>
        <numerusform>%Ln Produktansicht &amp;importieren</numerusform>
        <numerusform>%Ln Produktansichten &amp;importieren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln products</source>
      <translation>
        <numerusform>%Ln Produkt &amp;importieren</numerusform>
        <numerusform>%Ln Produkte &amp;importieren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln wishes</source>
      <translation>
        <numerusform>%Ln Wunsch &amp;importieren</numerusform>
        <numerusform>%Ln Wünsche &amp;importieren</numerusform>
      </translation>
    </message>
    <message>
      <source>Active</source>
      <translation>Aktiv</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>At risk</source>
      <translation>Gefährdet</translation>
    </message>
    <message>
      <source>Back in stock</source>
      <translation>Wieder da</translation>
    </message>
    <message>
      <source>Back-in-stock check</source>
      <translation>Prüfung auf Wiederverfügbares</translation>
    </message>
    <message>
      <source>Cleaning up</source>
      <translation>Aufräumen</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <source>Daily check of all customers</source>
      <translation>Tägliche Prüfung aller Kunden</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-Mail</translation>
    </message>
    <message>
      <source>Enquiries</source>
      <translation>Anfragen</translation>
    </message>
    <message>
      <source>Feedback</source>
      <translation>Rückmeldung</translation>
    </message>
    <message>
      <source>Fetching answers</source>
      <translation>Antworten abholen</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>Nachfassen</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgelassen</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>Verloren</translation>
    </message>
    <message>
      <source>Loyalty reward</source>
      <translation>Treuebonus</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>New arrivals</source>
      <translation>Neuheiten</translation>
    </message>
    <message>
      <source>No consent</source>
      <translation>Keine Zustimmung</translation>
    </message>
    <message>
      <source>Not reachable</source>
      <translation>Nicht erreichbar</translation>
    </message>
    <message>
      <source>One-time</source>
      <translation>Einmalig</translation>
    </message>
    <message>
      <source>Opt-outs</source>
      <translation>Abmeldungen</translation>
    </message>
    <message>
      <source>Opted out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <source>Orders</source>
      <translation>Bestellungen</translation>
    </message>
    <message>
      <source>Phone call</source>
      <translation>Anruf</translation>
    </message>
    <message>
      <source>Price drop</source>
      <translation>Preissenkung</translation>
    </message>
    <message>
      <source>Price-drop check</source>
      <translation>Prüfung auf Preissenkungen</translation>
    </message>
    <message>
      <source>Product views</source>
      <translation>Produktansichten</translation>
    </message>
    <message>
      <source>Products</source>
      <translation>Produkte</translation>
    </message>
    <message>
      <source>Promotion</source>
      <translation>Aktion</translation>
    </message>
    <message>
      <source>Push message</source>
      <translation>Push-Nachricht</translation>
    </message>
    <message>
      <source>Refused</source>
      <translation>Abgelehnt</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>Entfernt</translation>
    </message>
    <message>
      <source>SMS</source>
      <translation>SMS</translation>
    </message>
    <message>
      <source>Sending</source>
      <translation>Versand</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>Stopped buying</source>
      <translation>Kauft nicht mehr</translation>
    </message>
    <message>
      <source>Uncertain</source>
      <translation>Ungewiss</translation>
    </message>
    <message>
      <source>VIP</source>
      <translation>VIP</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <source>Waits for you</source>
      <translation>Wartet auf Sie</translation>
    </message>
    <message>
      <source>Wallet pass</source>
      <translation>Wallet-Pass</translation>
    </message>
    <message>
      <source>We miss you</source>
      <translation>Wir vermissen Sie</translation>
    </message>
    <message>
      <source>WhatsApp</source>
      <translation>WhatsApp</translation>
    </message>
    <message>
      <source>Win-back</source>
      <translation>Rückgewinnung</translation>
    </message>
    <message>
      <source>Wish lists</source>
      <translation>Merklisten</translation>
    </message>
    <message>
      <source>answered</source>
      <translation>beantwortet</translation>
    </message>
    <message>
      <source>came back undelivered</source>
      <translation>kam unzustellbar zurück</translation>
    </message>
    <message>
      <source>clicked</source>
      <translation>angeklickt</translation>
    </message>
    <message>
      <source>delivered</source>
      <translation>zugestellt</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>gescheitert</translation>
    </message>
    <message>
      <source>marked as spam</source>
      <translation>als Spam markiert</translation>
    </message>
    <message>
      <source>opened</source>
      <translation>geöffnet</translation>
    </message>
    <message>
      <source>opted out</source>
      <translation>abgemeldet</translation>
    </message>
    <message>
      <source>said yes</source>
      <translation>hat Ja gesagt</translation>
    </message>
    <message>
      <source>“{words}”</source>
      <translation>„{words}“</translation>
    </message>
  </context>
  <context>
    <name>WriteDialog</name>
    <message>
      <source>By</source>
      <translation>Über</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <source>Send now</source>
      <translation>Jetzt senden</translation>
    </message>
    <message>
      <source>The message to {name} was not sent.</source>
      <translation>Die Nachricht an {name} wurde nicht gesendet.</translation>
    </message>
    <message>
      <source>The message to {name} was sent.</source>
      <translation>Die Nachricht an {name} wurde gesendet.</translation>
    </message>
    <message>
      <source>There is no product to tell this customer about: nothing looked at is back or cheaper.</source>
      <translation>Es gibt kein Produkt, von dem zu berichten wäre: Nichts Angesehenes ist wieder da oder billiger.</translation>
    </message>
    <message>
      <source>Write to {name}</source>
      <translation>An {name} schreiben</translation>
    </message>
  </context>
  <context>
    <name>Writing</name>
    <message>
      <source>The older text of “{name}” is in use again.</source>
      <translation>Der frühere Text von „{name}“ gilt wieder.</translation>
    </message>
    <message>
      <source>“{campaign}” says it from now on.</source>
      <translation>„{campaign}“ sagt ihn ab jetzt.</translation>
    </message>
    <message>
      <source>“{name}” was deleted.</source>
      <translation>„{name}“ wurde gelöscht.</translation>
    </message>
    <message>
      <source>“{name}” was saved.</source>
      <translation>„{name}“ wurde gesichert.</translation>
    </message>
  </context>
  <context>
    <name>_Refused</name>
    <message>
      <source>This file can't be imported</source>
      <translation>Diese Datei lässt sich nicht importieren</translation>
    </message>
  </context>
</TS>
