<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Activity</name>
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
      <source>Checks</source>
      <translation>Prüfungen</translation>
    </message>
    <message>
      <source>Imports</source>
      <translation>Importe</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgelassen</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>Probleme</translation>
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
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>bought for {money}</source>
      <translation>kaufte für {money}</translation>
    </message>
  </context>
  <context>
    <name>ActivityPage</name>
    <message>
      <source>Messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <source>No message is in this list.</source>
      <translation>In dieser Liste ist keine Nachricht.</translation>
    </message>
    <message>
      <source>Nothing here</source>
      <translation>Nichts hier</translation>
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
    <name>AnalyticsPage</name>
    <message numerus="yes">
      <source>%Ln answered</source>
      <translation>
        <numerusform>%Ln hat geantwortet</numerusform>
        <numerusform>%Ln haben geantwortet</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln days</source>
      <translation>
        <numerusform>%Ln Tag</numerusform>
        <numerusform>%Ln Tage</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln opted out</source>
      <translation>
        <numerusform>%Ln abgemeldet</numerusform>
        <numerusform>%Ln abgemeldet</numerusform>
      </translation>
    </message>
    <message>
      <source>Analytics</source>
      <translation>Auswertung</translation>
    </message>
    <message>
      <source>As soon as messages have gone out, you see here who opened them, who came back, and what they spent.</source>
      <translation>Sobald Nachrichten hinausgegangen sind, sehen Sie hier, wer sie geöffnet hat, wer wiedergekommen ist und wie viel ausgegeben wurde.</translation>
    </message>
    <message>
      <source>Bought again</source>
      <translation>Wieder gekauft</translation>
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
      <source>Came back</source>
      <translation>Zurückgekommen</translation>
    </message>
    <message>
      <source>Came back ÷ sent.</source>
      <translation>Zurückgekommen ÷ gesendet.</translation>
    </message>
    <message>
      <source>Came back, of those written to</source>
      <translation>Zurückgekommen, von allen Angeschriebenen</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Clicked</source>
      <translation>Geklickt</translation>
    </message>
    <message>
      <source>Customers that the daily checks looked at.</source>
      <translation>Kunden, die sich die täglichen Prüfungen angesehen haben.</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>Zugestellt</translation>
    </message>
    <message>
      <source>From checked to bought again</source>
      <translation>Von der Prüfung bis zum Kauf</translation>
    </message>
    <message>
      <source>Look at the campaigns</source>
      <translation>Kampagnen ansehen</translation>
    </message>
    <message>
      <source>Messages after which the customer bought within the days that you set.</source>
      <translation>Nachrichten, nach denen innerhalb der eingestellten Tage gekauft wurde.</translation>
    </message>
    <message>
      <source>Messages in which a link was clicked.</source>
      <translation>Nachrichten, in denen ein Link angeklickt wurde.</translation>
    </message>
    <message>
      <source>Messages per day</source>
      <translation>Nachrichten pro Tag</translation>
    </message>
    <message>
      <source>Messages that a provider took in this time.</source>
      <translation>Nachrichten, die ein Anbieter in dieser Zeit angenommen hat.</translation>
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
      <source>Money brought back</source>
      <translation>Zurückgebrachtes Geld</translation>
    </message>
    <message>
      <source>Net of refunds, each order counted once.</source>
      <translation>Ohne Erstattungen, jede Bestellung einmal gezählt.</translation>
    </message>
    <message>
      <source>Nothing sent in this time</source>
      <translation>In dieser Zeit wurde nichts gesendet</translation>
    </message>
    <message>
      <source>Opened</source>
      <translation>Geöffnet</translation>
    </message>
    <message>
      <source>Opens are rough: many mail programs hide them, and some open messages by themselves.</source>
      <translation>Öffnungen sind ungenau: Viele Mailprogramme verbergen sie, manche öffnen Nachrichten von selbst.</translation>
    </message>
    <message>
      <source>Rough: many mail programs hide this.</source>
      <translation>Ungenau: Viele Mailprogramme verbergen das.</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message numerus="yes">
      <source>The last %Ln days</source>
      <translation>
        <numerusform>Der letzte %Ln Tag</numerusform>
        <numerusform>Die letzten %Ln Tage</numerusform>
      </translation>
    </message>
    <message>
      <source>When customers buy</source>
      <translation>Wann Kunden kaufen</translation>
    </message>
    <message>
      <source>and {others}</source>
      <translation>und {others}</translation>
    </message>
    <message>
      <source>too few to judge (needs about 200)</source>
      <translation>zu wenige für ein Urteil (nötig sind etwa 200)</translation>
    </message>
  </context>
  <context>
    <name>AppSection</name>
    <message>
      <source>%</source>
      <translation>%</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Aussehen</translation>
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
      <source>Takes effect at the next start.</source>
      <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Schriftgröße</translation>
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
      <source>%Ln messages are ready for your approval</source>
      <translation>
        <numerusform>%Ln Nachricht wartet auf Ihre Freigabe</numerusform>
        <numerusform>%Ln Nachrichten warten auf Ihre Freigabe</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages removed.</source>
      <translation>
        <numerusform>%Ln Nachricht entfernt.</numerusform>
        <numerusform>%Ln Nachrichten entfernt.</numerusform>
      </translation>
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
      <source>Approve the selected</source>
      <translation>Ausgewählte freigeben</translation>
    </message>
    <message>
      <source>Messages that wait for your approval</source>
      <translation>Nachrichten, die auf Ihre Freigabe warten</translation>
    </message>
    <message>
      <source>Remove the selected</source>
      <translation>Ausgewählte entfernen</translation>
    </message>
    <message>
      <source>The message word for word</source>
      <translation>Die Nachricht im Wortlaut</translation>
    </message>
    <message>
      <source>To {address} by {channel}</source>
      <translation>An {address} über {channel}</translation>
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
      <source>Resume sending</source>
      <translation>Versand fortsetzen</translation>
    </message>
    <message>
      <source>Sending is paused: nobody is written to until you resume. What waits stays in the queue.</source>
      <translation>Der Versand ist angehalten: Bis Sie ihn fortsetzen, wird niemand angeschrieben. Was wartet, bleibt in der Warteschlange.</translation>
    </message>
    <message>
      <source>This is the sample shop: invented customers, and nothing leaves this PC.</source>
      <translation>Das ist der Beispielladen: erfundene Kunden, und nichts verlässt diesen PC.</translation>
    </message>
  </context>
  <context>
    <name>Attention</name>
    <message numerus="yes">
      <source>%Ln customers have not agreed to messages. Ask them at the till.</source>
      <translation>
        <numerusform>%Ln Kunde hat Nachrichten nicht zugestimmt. Fragen Sie an der Kasse.</numerusform>
        <numerusform>%Ln Kunden haben Nachrichten nicht zugestimmt. Fragen Sie an der Kasse.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are written and wait for your approval.</source>
      <translation>
        <numerusform>%Ln Nachricht ist geschrieben und wartet auf Ihre Freigabe.</numerusform>
        <numerusform>%Ln Nachrichten sind geschrieben und warten auf Ihre Freigabe.</numerusform>
      </translation>
    </message>
    <message>
      <source>A campaign was paused: {failed} of its last {of} messages were refused ({cause}).</source>
      <translation>Eine Kampagne wurde angehalten: {failed} ihrer letzten {of} Nachrichten wurden abgelehnt ({cause}).</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Handeln</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>Freigeben</translation>
    </message>
    <message>
      <source>Automatic messages are off. You approve each before it goes.</source>
      <translation>Automatische Nachrichten sind aus. Sie geben jede frei, bevor sie hinausgeht.</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Auswählen…</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>Entscheiden</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gescheitert</translation>
    </message>
    <message>
      <source>Fix…</source>
      <translation>Beheben…</translation>
    </message>
    <message numerus="yes">
      <source>For %Ln messages nobody knows whether they arrived. They are not sent again by themselves.</source>
      <translation>
        <numerusform>Bei %Ln Nachricht weiß niemand, ob sie angekommen ist. Sie wird nicht von selbst noch einmal gesendet.</numerusform>
        <numerusform>Bei %Ln Nachrichten weiß niemand, ob sie angekommen sind. Sie werden nicht von selbst noch einmal gesendet.</numerusform>
      </translation>
    </message>
    <message>
      <source>Look at them</source>
      <translation>Ansehen</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Verpasst</translation>
    </message>
    <message>
      <source>No channel is chosen yet, so nobody can be written to.</source>
      <translation>Noch ist kein Kanal gewählt, deshalb kann niemand angeschrieben werden.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
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
      <source>The last check did not end well.</source>
      <translation>Die letzte Prüfung ging nicht gut aus.</translation>
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
      <source>{provider} can't be reached ({detail}). {waiting} messages wait and go as soon as it answers.</source>
      <translation>{provider} ist nicht erreichbar ({detail}). {waiting} Nachrichten warten und gehen hinaus, sobald die Verbindung steht.</translation>
    </message>
    <message>
      <source>{provider} refused: {detail}. Nothing was sent to the {waiting} people waiting; they stay in the queue.</source>
      <translation>{provider} hat abgelehnt: {detail}. An die {waiting} Wartenden wurde nichts gesendet; sie bleiben in der Warteschlange.</translation>
    </message>
  </context>
  <context>
    <name>BackupSection</name>
    <message>
      <source>A copy holds everything but the keys of your providers. A restored shop opens paused, because it can't know what was sent after the copy was made.</source>
      <translation>Eine Kopie enthält alles außer den Schlüsseln Ihrer Anbieter. Ein wiederhergestellter Laden öffnet angehalten, weil er nicht wissen kann, was nach der Kopie gesendet wurde.</translation>
    </message>
    <message>
      <source>A copy was saved: {file}</source>
      <translation>Eine Kopie wurde gesichert: {file}</translation>
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
      <source>Everything stays in this folder on this PC. Nobody else sees it.</source>
      <translation>Alles bleibt in diesem Ordner auf diesem PC. Niemand sonst sieht es.</translation>
    </message>
    <message>
      <source>Newest copy: {file}</source>
      <translation>Neueste Kopie: {file}</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Restore a copy</source>
      <translation>Kopie wiederherstellen</translation>
    </message>
    <message>
      <source>Restore a copy…</source>
      <translation>Kopie wiederherstellen…</translation>
    </message>
    <message>
      <source>Save a copy now</source>
      <translation>Jetzt Kopie sichern</translation>
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
      <source>Where your data lies</source>
      <translation>Wo Ihre Daten liegen</translation>
    </message>
  </context>
  <context>
    <name>CampaignCard</name>
    <message numerus="yes">
      <source>%Ln customers today</source>
      <translation>
        <numerusform>%Ln Kunde heute</numerusform>
        <numerusform>%Ln Kunden heute</numerusform>
      </translation>
    </message>
    <message>
      <source>Cheaper by, in per cent</source>
      <translation>Billiger um, in Prozent</translation>
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
      <source>Last 30 days: {sent} sent · {back} came back · {money} brought back</source>
      <translation>Letzte 30 Tage: {sent} gesendet · {back} zurückgekommen · {money} zurückgebracht</translation>
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
      <source>Spent in all, from</source>
      <translation>Ausgaben insgesamt, ab</translation>
    </message>
    <message>
      <source>To customers who bought nothing for {reengagement.inactivity_threshold} days and whom nothing above fits.</source>
      <translation>An Kunden, die seit {reengagement.inactivity_threshold} Tagen nichts gekauft haben und zu denen nichts von oben passt.</translation>
    </message>
    <message>
      <source>To customers who looked at a product that is now more than {reengagement.price_drop_percent} % cheaper than they saw it.</source>
      <translation>An Kunden, die ein Produkt angesehen haben, das jetzt mehr als {reengagement.price_drop_percent} % billiger ist als damals.</translation>
    </message>
    <message>
      <source>To customers who looked at a product while it was sold out, as soon as it is there again. Never more people than units.</source>
      <translation>An Kunden, die ein Produkt ansahen, als es ausverkauft war, sobald es wieder da ist. Nie mehr Leute als Stücke.</translation>
    </message>
    <message>
      <source>To customers who stopped buying and had spent {reengagement.loyalty_min_ltv} or more in all: a code of their own for {reengagement.loyalty_discount} % off.</source>
      <translation>An Kunden, die nicht mehr kaufen und insgesamt {reengagement.loyalty_min_ltv} oder mehr ausgegeben haben: ein eigener Code für {reengagement.loyalty_discount} % Rabatt.</translation>
    </message>
    <message>
      <source>To customers who stopped buying, when there is something new in the categories that they buy from.</source>
      <translation>An Kunden, die nicht mehr kaufen, wenn es in ihren Kategorien etwas Neues gibt.</translation>
    </message>
    <message>
      <source>{campaign} is on</source>
      <translation>{campaign} ist an</translation>
    </message>
  </context>
  <context>
    <name>CampaignsPage</name>
    <message numerus="yes">
      <source>%Ln are due to be looked at</source>
      <translation>
        <numerusform>%Ln ist heute zu prüfen</numerusform>
        <numerusform>%Ln sind heute zu prüfen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers would get a message</source>
      <translation>
        <numerusform>%Ln Kunde bekäme eine Nachricht</numerusform>
        <numerusform>%Ln Kunden bekämen eine Nachricht</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages were written.</source>
      <translation>
        <numerusform>%Ln Nachricht wurde geschrieben.</numerusform>
        <numerusform>%Ln Nachrichten wurden geschrieben.</numerusform>
      </translation>
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
      <source>Campaigns</source>
      <translation>Kampagnen</translation>
    </message>
    <message>
      <source>Check all customers now</source>
      <translation>Jetzt alle Kunden prüfen</translation>
    </message>
    <message>
      <source>Checked. Nobody gets a message today; the reasons stand below.</source>
      <translation>Geprüft. Heute bekommt niemand eine Nachricht; die Gründe stehen unten.</translation>
    </message>
    <message>
      <source>Left out: {reasons}</source>
      <translation>Ausgelassen: {reasons}</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Wird nachgesehen…</translation>
    </message>
    <message>
      <source>Settings…</source>
      <translation>Einstellungen…</translation>
    </message>
    <message>
      <source>The check is running</source>
      <translation>Die Prüfung läuft</translation>
    </message>
    <message>
      <source>Who would get a message today?</source>
      <translation>Wer bekäme heute eine Nachricht?</translation>
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
    <name>Changing</name>
    <message>
      <source>“{name}” was changed.</source>
      <translation>„{name}“ wurde geändert.</translation>
    </message>
  </context>
  <context>
    <name>ChartCard</name>
    <message>
      <source>Show “{name}” as a chart</source>
      <translation>„{name}“ als Diagramm zeigen</translation>
    </message>
    <message>
      <source>Show “{name}” as a table</source>
      <translation>„{name}“ als Tabelle zeigen</translation>
    </message>
  </context>
  <context>
    <name>ChecksView</name>
    <message>
      <source>&lt;b&gt;No.&lt;/b&gt; Here is every check, in order:</source>
      <translation>&lt;b&gt;Nein.&lt;/b&gt; Hier ist jede Prüfung der Reihe nach:</translation>
    </message>
    <message>
      <source>&lt;b&gt;No.&lt;/b&gt; Possible again on {day}. Here is every check, in order:</source>
      <translation>&lt;b&gt;Nein.&lt;/b&gt; Wieder möglich am {day}. Hier ist jede Prüfung der Reihe nach:</translation>
    </message>
    <message>
      <source>&lt;b&gt;Yes:&lt;/b&gt; “{message}” by {channel}. Here is every check, in order:</source>
      <translation>&lt;b&gt;Ja:&lt;/b&gt; „{message}“ über {channel}. Hier ist jede Prüfung der Reihe nach:</translation>
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
      <source>Agreed to {channel}</source>
      <translation>Zugestimmt: {channel}</translation>
    </message>
    <message>
      <source>As recognised</source>
      <translation>Wie erkannt</translation>
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
      <source>Dates</source>
      <translation>Datumsangaben</translation>
    </message>
    <message>
      <source>Day, month, year</source>
      <translation>Tag, Monat, Jahr</translation>
    </message>
    <message>
      <source>Everyone in this file agreed to get messages, and I can prove it</source>
      <translation>Alle in dieser Datei haben Nachrichten zugestimmt, und ich kann es belegen</translation>
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
      <source>Month, day, year</source>
      <translation>Monat, Tag, Jahr</translation>
    </message>
    <message>
      <source>Nothing is written until you press Import, and you can take it back afterwards.</source>
      <translation>Geschrieben wird erst, wenn Sie „Importieren“ drücken, und auch das lässt sich zurücknehmen.</translation>
    </message>
    <message>
      <source>What the file holds</source>
      <translation>Was die Datei enthält</translation>
    </message>
    <message>
      <source>What they agreed to</source>
      <translation>Wozu zugestimmt wurde</translation>
    </message>
    <message>
      <source>What they agreed to, and where: “Form at the till, 2024”</source>
      <translation>Wozu und wo zugestimmt wurde: „Formular an der Kasse, 2024“</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Was gefunden wurde</translation>
    </message>
    <message>
      <source>Year, month, day</source>
      <translation>Jahr, Monat, Tag</translation>
    </message>
    <message>
      <source>line {line}</source>
      <translation>Zeile {line}</translation>
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
      <source>“{column}” goes to</source>
      <translation>„{column}“ kommt nach</translation>
    </message>
  </context>
  <context>
    <name>Connections</name>
    <message>
      <source>Pretend (nothing leaves this PC)</source>
      <translation>Vorgetäuscht (nichts verlässt diesen PC)</translation>
    </message>
    <message>
      <source>Your own mailbox</source>
      <translation>Ihr eigenes Postfach</translation>
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
      <source>Not connected</source>
      <translation>Nicht verbunden</translation>
    </message>
    <message>
      <source>Provider for {channel}</source>
      <translation>Anbieter für {channel}</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Bereit</translation>
    </message>
    <message>
      <source>The order of channels was changed.</source>
      <translation>Die Reihenfolge der Kanäle wurde geändert.</translation>
    </message>
    <message>
      <source>Use {channel}</source>
      <translation>{channel} verwenden</translation>
    </message>
    <message>
      <source>{channel} earlier</source>
      <translation>{channel} nach vorn</translation>
    </message>
    <message>
      <source>{channel} now goes through {provider}.</source>
      <translation>{channel} läuft jetzt über {provider}.</translation>
    </message>
  </context>
  <context>
    <name>CustomerPanel</name>
    <message numerus="yes">
      <source>%Ln orders, {money} in all.</source>
      <translation>
        <numerusform>%Ln Bestellung, {money} insgesamt.</numerusform>
        <numerusform>%Ln Bestellungen, {money} insgesamt.</numerusform>
      </translation>
    </message>
    <message>
      <source>Agreed to…</source>
      <translation>Zugestimmt…</translation>
    </message>
    <message>
      <source>Choose a customer on the left.</source>
      <translation>Wählen Sie links einen Kunden.</translation>
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
      <source>Everything that is known about this person, as a file for her</source>
      <translation>Alles, was über diese Person bekannt ist, als Datei für sie</translation>
    </message>
    <message>
      <source>Export this person's data</source>
      <translation>Daten dieser Person exportieren</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <source>Forget…</source>
      <translation>Vergessen…</translation>
    </message>
    <message>
      <source>Has never bought anything that we know of.</source>
      <translation>Hat unseres Wissens noch nie etwas gekauft.</translation>
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
      <source>Likes: {things}</source>
      <translation>Mag: {things}</translation>
    </message>
    <message>
      <source>Log a purchase</source>
      <translation>Kauf eintragen</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>Nobody chosen</source>
      <translation>Niemand gewählt</translation>
    </message>
    <message>
      <source>Nothing yet.</source>
      <translation>Noch nichts.</translation>
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
      <source>The opt-out was a slip and was taken back at once by the owner</source>
      <translation>Die Abmeldung war ein Versehen und wurde sofort vom Inhaber zurückgenommen</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>Verlauf</translation>
    </message>
    <message numerus="yes">
      <source>Usually buys every %Ln days.</source>
      <translation>
        <numerusform>Kauft meist jeden %Ln. Tag.</numerusform>
        <numerusform>Kauft meist alle %Ln Tage.</numerusform>
      </translation>
    </message>
    <message>
      <source>What she agreed to</source>
      <translation>Wozu zugestimmt wurde</translation>
    </message>
    <message>
      <source>Would she get a message today?</source>
      <translation>Käme heute eine Nachricht?</translation>
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
    <name>Customers</name>
    <message>
      <source>Active</source>
      <translation>Aktiv</translation>
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
      <source>Customers</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <source>Last order</source>
      <translation>Letzte Bestellung</translation>
    </message>
    <message>
      <source>Long gone</source>
      <translation>Lange weg</translation>
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
      <source>Never bought</source>
      <translation>Nie gekauft</translation>
    </message>
    <message>
      <source>No channel with both an address and her agreement</source>
      <translation>Kein Kanal mit Adresse und Zustimmung</translation>
    </message>
    <message>
      <source>Nothing is on file: she was never asked, so nobody writes to her.</source>
      <translation>Nichts liegt vor: Es wurde nie gefragt, also wird niemand angeschrieben.</translation>
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
      <source>Stopped buying</source>
      <translation>Kauft nicht mehr</translation>
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
      <source>not paid yet</source>
      <translation>noch nicht bezahlt</translation>
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
      <source>said by herself</source>
      <translation>selbst gesagt</translation>
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
      <source>{channel}: never asked</source>
      <translation>{channel}: nie gefragt</translation>
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
      <source>Ctrl+I</source>
      <translation>Strg+I</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importieren…</translation>
    </message>
    <message>
      <source>No customer matches this filter and search.</source>
      <translation>Kein Kunde passt zu Filter und Suche.</translation>
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
  </context>
  <context>
    <name>DecisionBar</name>
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
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>Noch einmal senden</translation>
    </message>
    <message>
      <source>Show the customer</source>
      <translation>Kunden zeigen</translation>
    </message>
    <message>
      <source>Treat as sent</source>
      <translation>Als gesendet werten</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
  </context>
  <context>
    <name>DonePage</name>
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
    <message>
      <source>Import another file</source>
      <translation>Weitere Datei importieren</translation>
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
      <source>Show the rows not taken</source>
      <translation>Nicht übernommene Zeilen zeigen</translation>
    </message>
    <message>
      <source>Undo this import</source>
      <translation>Diesen Import zurücknehmen</translation>
    </message>
  </context>
  <context>
    <name>FaultDialog</name>
    <message>
      <source>Copy the details</source>
      <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
      <source>Details for support</source>
      <translation>Einzelheiten für den Support</translation>
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
      <source>What you did last may not have been done. Nothing is sent twice because of it, and what was saved before is still there. You can go on working; if it happens again, send us these details.</source>
      <translation>Ihre letzte Handlung wurde vielleicht nicht ausgeführt. Deshalb wird nichts doppelt gesendet, und was gesichert war, ist noch da. Sie können weiterarbeiten; geschieht es wieder, senden Sie uns diese Einzelheiten.</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
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
      <source>Discount code</source>
      <translation>Rabattcode</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-Mail</translation>
    </message>
    <message>
      <source>First name</source>
      <translation>Vorname</translation>
    </message>
    <message>
      <source>In stock?</source>
      <translation>Vorrätig?</translation>
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
      <source>Last name</source>
      <translation>Nachname</translation>
    </message>
    <message>
      <source>Last order on</source>
      <translation>Letzte Bestellung am</translation>
    </message>
    <message>
      <source>Line total</source>
      <translation>Summe der Zeile</translation>
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
      <source>Price</source>
      <translation>Preis</translation>
    </message>
    <message>
      <source>Price each</source>
      <translation>Einzelpreis</translation>
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
      <source>Since</source>
      <translation>Seit</translation>
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
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Zeitzone</translation>
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
  </context>
  <context>
    <name>FilePage</name>
    <message>
      <source>CSV, TSV or Excel, straight from your shop system: customers, orders, products, product views, enquiries, wish lists or opt-outs. What it holds is found out from its columns.</source>
      <translation>CSV, TSV oder Excel, direkt aus Ihrem Ladensystem: Kunden, Bestellungen, Produkte, Produktansichten, Anfragen, Merklisten oder Abmeldungen. Was drin ist, zeigen die Spalten.</translation>
    </message>
    <message>
      <source>Choose a file to import</source>
      <translation>Datei zum Importieren wählen</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>Datei wählen…</translation>
    </message>
    <message>
      <source>Drop a file here</source>
      <translation>Datei hier ablegen</translation>
    </message>
    <message>
      <source>Nothing is written before you have seen what would happen, and every import can be taken back.</source>
      <translation>Nichts wird geschrieben, bevor Sie gesehen haben, was geschähe, und jeder Import lässt sich zurücknehmen.</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>Tabellen</translation>
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
    <name>HelpDialog</name>
    <message>
      <source>All your customers. Choose one to see how often she buys, what she agreed to and where that is written, and whether she would get a message today, check by check.</source>
      <translation>Alle Ihre Kunden. Wählen Sie einen, um zu sehen, wie oft gekauft wird, wozu zugestimmt wurde und wo das steht, und ob heute eine Nachricht käme, Prüfung für Prüfung.</translation>
    </message>
    <message>
      <source>Everything that waits, was sent or went wrong, all checks that ran, and all files you imported. An import can be taken back here.</source>
      <translation>Alles, was wartet, gesendet wurde oder schiefging, alle Prüfungen und alle importierten Dateien. Ein Import lässt sich hier zurücknehmen.</translation>
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
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>The five kinds of messages that the program writes by itself, once a day. Switch each on or off, change its rule, and approve what is ready to go out. Nothing is sent before you have seen it, unless you say so.</source>
      <translation>Die fünf Arten von Nachrichten, die das Programm einmal am Tag selbst schreibt. Schalten Sie jede ein oder aus, ändern Sie ihre Regel und geben Sie frei, was bereit ist. Nichts geht hinaus, bevor Sie es gesehen haben, es sei denn, Sie wollen es so.</translation>
    </message>
    <message>
      <source>The words of your messages. Fields in double braces are filled in for each customer; the preview shows how it reads for the one you choose.</source>
      <translation>Die Worte Ihrer Nachrichten. Felder in doppelten Klammern werden für jeden Kunden ausgefüllt; die Vorschau zeigt, wie es sich für den gewählten liest.</translation>
    </message>
    <message>
      <source>What came of your messages. A customer counts as brought back when she buys within the days that you set after her last message; the money is counted once, without refunds.</source>
      <translation>Was aus Ihren Nachrichten geworden ist. Als zurückgekommen zählt, wer innerhalb der eingestellten Tage nach der letzten Nachricht kauft; das Geld zählt einmal, ohne Erstattungen.</translation>
    </message>
    <message>
      <source>What this page is for</source>
      <translation>Wozu diese Seite da ist</translation>
    </message>
    <message>
      <source>Your shop, the rules for writing, the services that carry your messages, and how the program looks. Changes hold at once and can be undone.</source>
      <translation>Ihr Laden, die Regeln fürs Schreiben, die Dienste, die Ihre Nachrichten befördern, und das Aussehen des Programms. Änderungen gelten sofort und lassen sich zurücknehmen.</translation>
    </message>
    <message>
      <source>go to the notice at the bottom</source>
      <translation>zum Hinweis unten</translation>
    </message>
    <message>
      <source>import a file</source>
      <translation>eine Datei importieren</translation>
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
      <source>the seven pages</source>
      <translation>die sieben Seiten</translation>
    </message>
    <message>
      <source>undo what was done last</source>
      <translation>das Letzte zurücknehmen</translation>
    </message>
  </context>
  <context>
    <name>HomePage</name>
    <message numerus="yes">
      <source>%Ln waiting in the queue</source>
      <translation>
        <numerusform>%Ln in der Warteschlange</numerusform>
        <numerusform>%Ln in der Warteschlange</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&lt;b&gt;%Ln customers stopped buying&lt;/b&gt;</source>
      <translation>
        <numerusform>&lt;b&gt;%Ln Kunde kauft nicht mehr&lt;/b&gt;</numerusform>
        <numerusform>&lt;b&gt;%Ln Kunden kaufen nicht mehr&lt;/b&gt;</numerusform>
      </translation>
    </message>
    <message>
      <source>&lt;b&gt;Nobody stopped buying.&lt;/b&gt; Everybody has bought recently enough.</source>
      <translation>&lt;b&gt;Niemand hat aufgehört zu kaufen.&lt;/b&gt; Alle haben vor Kurzem gekauft.</translation>
    </message>
    <message>
      <source>Automatic messages are off</source>
      <translation>Automatische Nachrichten sind aus</translation>
    </message>
    <message>
      <source>Bought again</source>
      <translation>Wieder gekauft</translation>
    </message>
    <message>
      <source>Bring in the customers and orders from your shop system, and see here who stopped buying. Nothing is sent before you say so.</source>
      <translation>Holen Sie Kunden und Bestellungen aus Ihrem Ladensystem und sehen Sie hier, wer nicht mehr kauft. Nichts wird gesendet, bevor Sie es wollen.</translation>
    </message>
    <message>
      <source>Came back</source>
      <translation>Zurückgekommen</translation>
    </message>
    <message>
      <source>Customers who bought again after a message.</source>
      <translation>Kunden, die nach einer Nachricht wieder gekauft haben.</translation>
    </message>
    <message>
      <source>Customers who said no more messages.</source>
      <translation>Kunden, die keine Nachrichten mehr wollen.</translation>
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
      <source>Messages per day</source>
      <translation>Nachrichten pro Tag</translation>
    </message>
    <message>
      <source>Messages that went out in the last 30 days.</source>
      <translation>Nachrichten, die in den letzten 30 Tagen hinausgingen.</translation>
    </message>
    <message>
      <source>Money brought back</source>
      <translation>Zurückgebrachtes Geld</translation>
    </message>
    <message>
      <source>Needs your attention</source>
      <translation>Braucht Ihre Aufmerksamkeit</translation>
    </message>
    <message>
      <source>Net of refunds, each order once, for customers who bought within {days} days after their last message.</source>
      <translation>Ohne Erstattungen, jede Bestellung einmal, von Kunden, die innerhalb von {days} Tagen nach ihrer letzten Nachricht gekauft haben.</translation>
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
      <source>Nothing. Everything is as it should be.</source>
      <translation>Nichts. Alles ist, wie es sein soll.</translation>
    </message>
    <message>
      <source>Opted out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <source>Pause all</source>
      <translation>Alles anhalten</translation>
    </message>
    <message>
      <source>Review and win back</source>
      <translation>Prüfen und zurückgewinnen</translation>
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
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>Sent, last 30 days</source>
      <translation>Gesendet, letzte 30 Tage</translation>
    </message>
    <message>
      <source>Show them</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Use sample data</source>
      <translation>Beispieldaten verwenden</translation>
    </message>
    <message>
      <source>nothing sent yet</source>
      <translation>noch nichts gesendet</translation>
    </message>
    <message>
      <source>together they used to spend about {money} a month.</source>
      <translation>zusammen gaben sie etwa {money} im Monat aus.</translation>
    </message>
    <message>
      <source>too few to judge a rate yet</source>
      <translation>noch zu wenige für eine Quote</translation>
    </message>
    <message>
      <source>within {days} days of a message</source>
      <translation>innerhalb von {days} Tagen nach einer Nachricht</translation>
    </message>
    <message>
      <source>{percent} of those written to</source>
      <translation>{percent} der Angeschriebenen</translation>
    </message>
  </context>
  <context>
    <name>ImportDialog</name>
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
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancelled. Nothing was changed.</source>
      <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importieren</translation>
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
      <source>Import {count} {kind}</source>
      <translation>{count} {kind} importieren</translation>
    </message>
    <message>
      <source>The import was cancelled. Nothing was changed.</source>
      <translation>Der Import wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>The import was taken back</source>
      <translation>Der Import wurde zurückgenommen</translation>
    </message>
  </context>
  <context>
    <name>ImportsView</name>
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
    <message>
      <source>Bring in the customers and orders from your shop system.</source>
      <translation>Holen Sie Kunden und Bestellungen aus Ihrem Ladensystem.</translation>
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
      <source>No file imported yet</source>
      <translation>Noch keine Datei importiert</translation>
    </message>
    <message>
      <source>Rows not taken</source>
      <translation>Nicht übernommene Zeilen</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <source>Taken back</source>
      <translation>Zurückgenommen</translation>
    </message>
    <message>
      <source>The import of “{file}” was taken back.</source>
      <translation>Der Import von „{file}“ wurde zurückgenommen.</translation>
    </message>
    <message>
      <source>Undo import</source>
      <translation>Import zurücknehmen</translation>
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
    <name>MessageDialog</name>
    <message>
      <source>By</source>
      <translation>Über</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
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
      <source>Written</source>
      <translation>Geschrieben</translation>
    </message>
  </context>
  <context>
    <name>PreviewPane</name>
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
      <source>An invented customer</source>
      <translation>Ein erfundener Kunde</translation>
    </message>
    <message>
      <source>How it reads for</source>
      <translation>Wie es sich liest für</translation>
    </message>
    <message>
      <source>See it as</source>
      <translation>Ansehen als</translation>
    </message>
    <message>
      <source>The message as it will look</source>
      <translation>Die Nachricht, wie sie aussehen wird</translation>
    </message>
    <message>
      <source>{signs} makes it 70 per part</source>
      <translation>{signs} macht daraus 70 pro Teil</translation>
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
      <source>Importing…</source>
      <translation>Wird importiert…</translation>
    </message>
    <message>
      <source>Progress of the import</source>
      <translation>Fortschritt des Imports</translation>
    </message>
    <message>
      <source>You can go on working. Cancel takes everything back that was written so far.</source>
      <translation>Sie können weiterarbeiten. Abbrechen nimmt alles zurück, was bis dahin geschrieben wurde.</translation>
    </message>
    <message>
      <source>{rows} rows a second</source>
      <translation>{rows} Zeilen pro Sekunde</translation>
    </message>
  </context>
  <context>
    <name>Provider</name>
    <message>
      <source>API version</source>
      <translation>API-Version</translation>
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
      <source>App secret</source>
      <translation>App-Geheimnis</translation>
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
      <source>Encryption</source>
      <translation>Verschlüsselung</translation>
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
      <source>Server</source>
      <translation>Server</translation>
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
      <source>0: as fast as it takes them.</source>
      <translation>0: so schnell, wie sie angenommen werden.</translation>
    </message>
    <message>
      <source>Asking…</source>
      <translation>Wird gefragt…</translation>
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
      <source>Key saved</source>
      <translation>Schlüssel gesichert</translation>
    </message>
    <message>
      <source>No key yet</source>
      <translation>Noch kein Schlüssel</translation>
    </message>
    <message>
      <source>No password store</source>
      <translation>Kein Passwortspeicher</translation>
    </message>
    <message>
      <source>None (only on this PC)</source>
      <translation>Keine (nur auf diesem PC)</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Nicht verbunden</translation>
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
      <source>Show or hide what is typed</source>
      <translation>Eingabe zeigen oder verbergen</translation>
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
      <source>a minute</source>
      <translation>pro Minute</translation>
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
      <source>What did {name} buy for?</source>
      <translation>Für wie viel hat {name} gekauft?</translation>
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
      <source>Enough messages for this silence</source>
      <translation>Genug Nachrichten für diese Pause</translation>
    </message>
    <message>
      <source>Gone too long</source>
      <translation>Zu lange weg</translation>
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
    <name>ResultsTable</name>
    <message>
      <source>Answered</source>
      <translation>Geantwortet</translation>
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
      <source>Delivered</source>
      <translation>Zugestellt</translation>
    </message>
    <message>
      <source>Money</source>
      <translation>Geld</translation>
    </message>
    <message>
      <source>Opened</source>
      <translation>Geöffnet</translation>
    </message>
    <message>
      <source>Rate</source>
      <translation>Quote</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>too few to judge</source>
      <translation>zu wenige</translation>
    </message>
  </context>
  <context>
    <name>RuleSentence</name>
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
      <source>Each day</source>
      <translation>Jeden Tag</translation>
    </message>
    <message>
      <source>Each is written and waits under Campaigns until you have seen it.</source>
      <translation>Jede wird geschrieben und wartet unter Kampagnen, bis Sie sie gesehen haben.</translation>
    </message>
    <message>
      <source>Every message goes to a pretend provider and is counted nowhere.</source>
      <translation>Jede Nachricht geht an einen vorgetäuschten Anbieter und zählt nirgends.</translation>
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
      <source>Never too in their face</source>
      <translation>Nie zu aufdringlich</translation>
    </message>
    <message>
      <source>No purchase for</source>
      <translation>Kein Kauf seit</translation>
    </message>
    <message>
      <source>Quiet from</source>
      <translation>Ruhe ab</translation>
    </message>
    <message>
      <source>Quiet until</source>
      <translation>Ruhe bis</translation>
    </message>
    <message>
      <source>Test mode: nothing leaves this PC</source>
      <translation>Testbetrieb: Nichts verlässt diesen PC</translation>
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
      <source>These customers get nothing, so that you see what the messages really bring.</source>
      <translation>Diese Kunden bekommen nichts, damit Sie sehen, was die Nachrichten wirklich bringen.</translation>
    </message>
    <message>
      <source>These limits hold for one person over all messages and channels, whatever else is asked for.</source>
      <translation>Diese Grenzen gelten für eine Person über alle Nachrichten und Kanäle, was auch immer sonst verlangt wird.</translation>
    </message>
    <message>
      <source>Trying things out</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <source>When has someone stopped buying?</source>
      <translation>Wann kauft jemand nicht mehr?</translation>
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
      <source>messages</source>
      <translation>Nachrichten</translation>
    </message>
  </context>
  <context>
    <name>RunsView</name>
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
      <source>%Ln uncertain</source>
      <translation>
        <numerusform>%Ln ungewiss</numerusform>
        <numerusform>%Ln ungewiss</numerusform>
      </translation>
    </message>
    <message>
      <source>Checks</source>
      <translation>Prüfungen</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Erledigt</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gescheitert</translation>
    </message>
    <message>
      <source>Nothing has run yet.</source>
      <translation>Noch ist nichts gelaufen.</translation>
    </message>
    <message>
      <source>Run now</source>
      <translation>Jetzt ausführen</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>Läuft</translation>
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
      <source>ran late: the PC was off at {when}</source>
      <translation>lief verspätet: Der PC war {when} aus</translation>
    </message>
    <message>
      <source>took {time}</source>
      <translation>dauerte {time}</translation>
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
    <name>SettingsPage</name>
    <message>
      <source>Appearance</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Verbindungen</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>Kopien</translation>
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
      <source>Name</source>
      <translation>Name</translation>
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
      <source>Two letters. Phone numbers without a prefix are read as this country's.</source>
      <translation>Zwei Buchstaben. Telefonnummern ohne Vorwahl gelten als aus diesem Land.</translation>
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
    <name>StatusBar</name>
    <message numerus="yes">
      <source>%Ln waiting</source>
      <translation>
        <numerusform>%Ln wartet</numerusform>
        <numerusform>%Ln warten</numerusform>
      </translation>
    </message>
    <message>
      <source>Messages that wait</source>
      <translation>Nachrichten, die warten</translation>
    </message>
    <message>
      <source>Nothing leaves this PC: every message goes to the pretend provider.</source>
      <translation>Nichts verlässt diesen PC: Jede Nachricht geht an den vorgetäuschten Anbieter.</translation>
    </message>
    <message>
      <source>Sample shop</source>
      <translation>Beispielladen</translation>
    </message>
    <message>
      <source>Test mode</source>
      <translation>Testbetrieb</translation>
    </message>
    <message>
      <source>■ Sending paused</source>
      <translation>■ Versand angehalten</translation>
    </message>
    <message>
      <source>○ Automatic messages are off</source>
      <translation>○ Automatische Nachrichten sind aus</translation>
    </message>
    <message>
      <source>● Sending on – next check {when}</source>
      <translation>● Versand an – nächste Prüfung {when}</translation>
    </message>
  </context>
  <context>
    <name>TemplateEditor</name>
    <message>
      <source>Approved as</source>
      <translation>Genehmigt als</translation>
    </message>
    <message>
      <source>Insert a field</source>
      <translation>Feld einfügen</translation>
    </message>
    <message>
      <source>Insert a field…</source>
      <translation>Feld einfügen…</translation>
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
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Text of the message</source>
      <translation>Text der Nachricht</translation>
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
    <name>TemplatesPage</name>
    <message>
      <source>All channels</source>
      <translation>Alle Kanäle</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>Kanal</translation>
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
      <source>Save</source>
      <translation>Sichern</translation>
    </message>
    <message>
      <source>Templates</source>
      <translation>Vorlagen</translation>
    </message>
    <message>
      <source>yours</source>
      <translation>Ihre</translation>
    </message>
    <message>
      <source>{name} (mine)</source>
      <translation>{name} (meine)</translation>
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
    <name>Tray</name>
    <message>
      <source>By</source>
      <translation>Über</translation>
    </message>
    <message>
      <source>Ready for your approval</source>
      <translation>Bereit zur Freigabe</translation>
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
    <name>Wording</name>
    <message>
      <source>Active</source>
      <translation>Aktiv</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
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
      <source>Held</source>
      <translation>Zurückgehalten</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgelassen</translation>
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
      <source>bought again</source>
      <translation>wieder gekauft</translation>
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
  </context>
</TS>
