<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Activity</name>
    <message numerus="yes">
      <source>%Ln wait for your approval</source>
      <translation>
        <numerusform>%Ln waits for your approval</numerusform>
        <numerusform>%Ln wait for your approval</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln waiting</source>
      <translation>
        <numerusform>%Ln waiting</numerusform>
        <numerusform>%Ln waiting</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>had not bought for %Ln days</source>
      <translation>
        <numerusform>had not bought for %Ln day</numerusform>
        <numerusform>had not bought for %Ln days</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ApprovalBanner</name>
    <message numerus="yes">
      <source>%Ln messages are ready for your approval</source>
      <translation>
        <numerusform>%Ln message is ready for your approval</numerusform>
        <numerusform>%Ln messages are ready for your approval</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ApprovalTray</name>
    <message numerus="yes">
      <source>%Ln messages approved. They go out with the next sending.</source>
      <translation>
        <numerusform>%Ln message approved. It goes out with the next sending.</numerusform>
        <numerusform>%Ln messages approved. They go out with the next sending.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages approved. They wait until you press “Send now” under Activity.</source>
      <translation>
        <numerusform>%Ln message approved. It waits until you press “Send now” under Activity.</numerusform>
        <numerusform>%Ln messages approved. They wait until you press “Send now” under Activity.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages had already left; the others wait again.</source>
      <translation>
        <numerusform>%Ln message had already left; the others wait again.</numerusform>
        <numerusform>%Ln messages had already left; the others wait again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages removed. They will not be sent.</source>
      <translation>
        <numerusform>%Ln message removed. It will not be sent.</numerusform>
        <numerusform>%Ln messages removed. They will not be sent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Approve all %Ln</source>
      <translation>
        <numerusform>Approve it</numerusform>
        <numerusform>Approve all %Ln</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ApprovedDialog</name>
    <message numerus="yes">
      <source>%Ln more are not approved, or need more than a text.</source>
      <translation>
        <numerusform>%Ln more is not approved, or needs more than a text.</numerusform>
        <numerusform>%Ln more are not approved, or need more than a text.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Attention</name>
    <message numerus="yes">
      <source>%Ln customers marked a message as spam. They get no more; look at how often you write and to whom.</source>
      <translation>
        <numerusform>%Ln customer marked a message as spam and gets no more; look at how often you write and to whom.</numerusform>
        <numerusform>%Ln customers marked a message as spam. They get no more; look at how often you write and to whom.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers were never asked whether they want messages. Ask them at the till.</source>
      <translation>
        <numerusform>%Ln customer was never asked whether messages are wanted. Ask at the till.</numerusform>
        <numerusform>%Ln customers were never asked whether they want messages. Ask them at the till.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are for you to do: call, write or post them.</source>
      <translation>
        <numerusform>%Ln message is for you to do: call, write or post it.</numerusform>
        <numerusform>%Ln messages are for you to do: call, write or post them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are written and wait for your approval.</source>
      <translation>
        <numerusform>%Ln message is written and waits for your approval.</numerusform>
        <numerusform>%Ln messages are written and wait for your approval.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages came too late while your PC was off. They do not go unless you say so.</source>
      <translation>
        <numerusform>%Ln message came too late while your PC was off. It does not go unless you say so.</numerusform>
        <numerusform>%Ln messages came too late while your PC was off. They do not go unless you say so.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages wait because nobody knows what time it is where the customer lives.</source>
      <translation>
        <numerusform>%Ln message waits because nobody knows what time it is where the customer lives.</numerusform>
        <numerusform>%Ln messages wait because nobody knows what time it is where the customer lives.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages: nobody knows whether they arrived. They are not sent again by themselves.</source>
      <translation>
        <numerusform>%Ln message: nobody knows whether it arrived. It is not sent again by itself.</numerusform>
        <numerusform>%Ln messages: nobody knows whether they arrived. They are not sent again by themselves.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln more customers could get a message, but your limit is {limit} a day. They wait.</source>
      <translation>
        <numerusform>%Ln more customer could get a message, but your limit is {limit} a day. It waits.</numerusform>
        <numerusform>%Ln more customers could get a message, but your limit is {limit} a day. They wait.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln rows of “{file}” were not taken. Those customers or orders are missing.</source>
      <translation>
        <numerusform>%Ln row of “{file}” was not taken. That customer or order is missing.</numerusform>
        <numerusform>%Ln rows of “{file}” were not taken. Those customers or orders are missing.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>AutomaticSection</name>
    <message numerus="yes">
      <source>%Ln messages were written.</source>
      <translation>
        <numerusform>%Ln message was written.</numerusform>
        <numerusform>%Ln messages were written.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ByHandDialog</name>
    <message numerus="yes">
      <source>%Ln messages wait for you. What you open counts as contacted; say in one click how it ended.</source>
      <translation>
        <numerusform>%Ln message waits for you. What you open counts as contacted; say in one click how it ended.</numerusform>
        <numerusform>%Ln messages wait for you. What you open counts as contacted; say in one click how it ended.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CameBackCard</name>
    <message numerus="yes">
      <source>%Ln addresses</source>
      <translation>
        <numerusform>%Ln address</numerusform>
        <numerusform>%Ln addresses</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CampaignCard</name>
    <message numerus="yes">
      <source>%Ln customers would get it today</source>
      <translation>
        <numerusform>%Ln customer would get it today</numerusform>
        <numerusform>%Ln customers would get it today</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CampaignDetails</name>
    <message numerus="yes">
      <source>%Ln failed</source>
      <translation>
        <numerusform>%Ln failed</numerusform>
        <numerusform>%Ln failed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Starting… The first message leaves in %Ln seconds.</source>
      <translation>
        <numerusform>Starting… The first message leaves in %Ln second.</numerusform>
        <numerusform>Starting… The first message leaves in %Ln seconds.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Try the %Ln failed ones again</source>
      <translation>
        <numerusform>Try the failed one again</numerusform>
        <numerusform>Try the %Ln failed ones again</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CampaignDoing</name>
    <message numerus="yes">
      <source>%Ln messages are tried again.</source>
      <translation>
        <numerusform>%Ln message is tried again.</numerusform>
        <numerusform>%Ln messages are tried again.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CampaignWizard</name>
    <message numerus="yes">
      <source>Start sending to %Ln customers</source>
      <translation>
        <numerusform>Start sending to %Ln customer</numerusform>
        <numerusform>Start sending to %Ln customers</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CampaignsPage</name>
    <message numerus="yes">
      <source>%Ln chosen customers</source>
      <translation>
        <numerusform>%Ln chosen customer</numerusform>
        <numerusform>%Ln chosen customers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are ready for your approval</source>
      <translation>
        <numerusform>%Ln message is ready for your approval</numerusform>
        <numerusform>%Ln messages are ready for your approval</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CheckStep</name>
    <message numerus="yes">
      <source>%Ln SMS parts</source>
      <translation>
        <numerusform>%Ln SMS part</numerusform>
        <numerusform>%Ln SMS parts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers are meant:</source>
      <translation>
        <numerusform>%Ln customer is meant:</numerusform>
        <numerusform>%Ln customers are meant:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers will get this message</source>
      <translation>
        <numerusform>%Ln customer will get this message</numerusform>
        <numerusform>%Ln customers will get this message</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln days later by {channel}</source>
      <translation>
        <numerusform>%Ln day later by {channel}</numerusform>
        <numerusform>%Ln days later by {channel}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln of them get nothing:</source>
      <translation>
        <numerusform>%Ln of them gets nothing:</numerusform>
        <numerusform>%Ln of them get nothing:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>At most %Ln messages a day.</source>
      <translation>
        <numerusform>At most %Ln message a day.</numerusform>
        <numerusform>At most %Ln messages a day.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>At most %Ln messages a minute.</source>
      <translation>
        <numerusform>At most %Ln message a minute.</numerusform>
        <numerusform>At most %Ln messages a minute.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Show the %Ln who do not</source>
      <translation>
        <numerusform>Show the one who does not</numerusform>
        <numerusform>Show the %Ln who do not</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Show the %Ln who get it</source>
      <translation>
        <numerusform>Show the one who gets it</numerusform>
        <numerusform>Show the %Ln who get it</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Checks</name>
    <message numerus="yes">
      <source>%Ln days ago</source>
      <translation>
        <numerusform>%Ln day ago</numerusform>
        <numerusform>%Ln days ago</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages</source>
      <translation>
        <numerusform>%Ln message</numerusform>
        <numerusform>%Ln messages</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ColumnsPage</name>
    <message numerus="yes">
      <source>%Ln new</source>
      <translation>
        <numerusform>%Ln new</numerusform>
        <numerusform>%Ln new</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln not taken</source>
      <translation>
        <numerusform>%Ln not taken</numerusform>
        <numerusform>%Ln not taken</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln rows</source>
      <translation>
        <numerusform>%Ln row</numerusform>
        <numerusform>%Ln rows</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln to update</source>
      <translation>
        <numerusform>%Ln to update</numerusform>
        <numerusform>%Ln to update</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln unchanged</source>
      <translation>
        <numerusform>%Ln unchanged</numerusform>
        <numerusform>%Ln unchanged</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Checking the file… %Ln rows</source>
      <translation>
        <numerusform>Checking the file… %Ln row</numerusform>
        <numerusform>Checking the file… %Ln rows</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ColumnsTable</name>
    <message numerus="yes">
      <source>%Ln not taken</source>
      <translation>
        <numerusform>%Ln not taken</numerusform>
        <numerusform>%Ln not taken</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ConsentAnswers</name>
    <message numerus="yes">
      <source>%Ln rows</source>
      <translation>
        <numerusform>%Ln row</numerusform>
        <numerusform>%Ln rows</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Criteria</name>
    <message numerus="yes">
      <source>got none of %Ln campaigns</source>
      <translation>
        <numerusform>did not get %Ln campaign</numerusform>
        <numerusform>got none of %Ln campaigns</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>got one of %Ln campaigns</source>
      <translation>
        <numerusform>got %Ln campaign</numerusform>
        <numerusform>got one of %Ln campaigns</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>none of %Ln chosen customers</source>
      <translation>
        <numerusform>not %Ln chosen customer</numerusform>
        <numerusform>none of %Ln chosen customers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>one of %Ln chosen customers</source>
      <translation>
        <numerusform>%Ln chosen customer</numerusform>
        <numerusform>one of %Ln chosen customers</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Customers</name>
    <message numerus="yes">
      <source>%Ln customers have said more since and stay out.</source>
      <translation>
        <numerusform>%Ln customer has said more since and stays out.</numerusform>
        <numerusform>%Ln customers have said more since and stay out.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln orders, {money} in all.</source>
      <translation>
        <numerusform>%Ln order, {money} in all.</numerusform>
        <numerusform>%Ln orders, {money} in all.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Last order %Ln days ago.</source>
      <translation>
        <numerusform>Last order %Ln day ago.</numerusform>
        <numerusform>Last order %Ln days ago.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Usually buys every %Ln days,</source>
      <translation>
        <numerusform>Usually buys every day,</numerusform>
        <numerusform>Usually buys every %Ln days,</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>silent for %Ln days.</source>
      <translation>
        <numerusform>silent for %Ln day.</numerusform>
        <numerusform>silent for %Ln days.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CustomersPage</name>
    <message numerus="yes">
      <source>%Ln customers</source>
      <translation>
        <numerusform>%Ln customer</numerusform>
        <numerusform>%Ln customers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln stopped buying</source>
      <translation>
        <numerusform>%Ln stopped buying</numerusform>
        <numerusform>%Ln stopped buying</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>DecisionBar</name>
    <message numerus="yes">
      <source>%Ln did not go yet:</source>
      <translation>
        <numerusform>%Ln did not go yet:</numerusform>
        <numerusform>%Ln did not go yet:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages approved.</source>
      <translation>
        <numerusform>%Ln message approved.</numerusform>
        <numerusform>%Ln messages approved.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are sent again.</source>
      <translation>
        <numerusform>%Ln message is sent again.</numerusform>
        <numerusform>%Ln messages are sent again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are tried again.</source>
      <translation>
        <numerusform>%Ln message is tried again.</numerusform>
        <numerusform>%Ln messages are tried again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages count as sent.</source>
      <translation>
        <numerusform>%Ln message counts as sent.</numerusform>
        <numerusform>%Ln messages count as sent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages removed.</source>
      <translation>
        <numerusform>%Ln message removed.</numerusform>
        <numerusform>%Ln messages removed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages sent.</source>
      <translation>
        <numerusform>%Ln message sent.</numerusform>
        <numerusform>%Ln messages sent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages wait for your approval now.</source>
      <translation>
        <numerusform>%Ln message waits for your approval now.</numerusform>
        <numerusform>%Ln messages wait for your approval now.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln selected</source>
      <translation>
        <numerusform>%Ln selected</numerusform>
        <numerusform>%Ln selected</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The provider knew about %Ln of them.</source>
      <translation>
        <numerusform>The provider knew about %Ln of them.</numerusform>
        <numerusform>The provider knew about %Ln of them.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>DonePage</name>
    <message numerus="yes">
      <source>%Ln as before</source>
      <translation>
        <numerusform>%Ln as before</numerusform>
        <numerusform>%Ln as before</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln new</source>
      <translation>
        <numerusform>%Ln new</numerusform>
        <numerusform>%Ln new</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln not taken</source>
      <translation>
        <numerusform>%Ln not taken</numerusform>
        <numerusform>%Ln not taken</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln removed</source>
      <translation>
        <numerusform>%Ln removed</numerusform>
        <numerusform>%Ln removed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln unchanged</source>
      <translation>
        <numerusform>%Ln unchanged</numerusform>
        <numerusform>%Ln unchanged</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln updated</source>
      <translation>
        <numerusform>%Ln updated</numerusform>
        <numerusform>%Ln updated</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Next file (%Ln left)</source>
      <translation>
        <numerusform>&amp;Next file (%Ln left)</numerusform>
        <numerusform>&amp;Next file (%Ln left)</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>FindingsView</name>
    <message numerus="yes">
      <source>%Ln things to look at</source>
      <translation>
        <numerusform>%Ln thing to look at</numerusform>
        <numerusform>%Ln things to look at</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln things to mend</source>
      <translation>
        <numerusform>%Ln thing to mend</numerusform>
        <numerusform>%Ln things to mend</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>HeroCard</name>
    <message numerus="yes">
      <source>&lt;b&gt;%Ln customers stopped buying&lt;/b&gt;</source>
      <translation>
        <numerusform>&lt;b&gt;%Ln customer stopped buying&lt;/b&gt;</numerusform>
        <numerusform>&lt;b&gt;%Ln customers stopped buying&lt;/b&gt;</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>HistoryPart</name>
    <message numerus="yes">
      <source>%Ln came back</source>
      <translation>
        <numerusform>%Ln came back</numerusform>
        <numerusform>%Ln came back</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages sent</source>
      <translation>
        <numerusform>%Ln message sent</numerusform>
        <numerusform>%Ln messages sent</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>HoursCard</name>
    <message numerus="yes">
      <source>%Ln purchases</source>
      <translation>
        <numerusform>%Ln purchase</numerusform>
        <numerusform>%Ln purchases</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ImportDialog</name>
    <message numerus="yes">
      <source>%Ln files of those you chose were not looked at.</source>
      <translation>
        <numerusform>%Ln file of those you chose was not looked at.</numerusform>
        <numerusform>%Ln files of those you chose were not looked at.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ImportSentences</name>
    <message numerus="yes">
      <source>%Ln customer numbers stand for several people: left out, and these people are told apart by their e-mail.</source>
      <translation>
        <numerusform>%Ln customer number stands for several people: left out, and these people are told apart by their e-mail.</numerusform>
        <numerusform>%Ln customer numbers stand for several people: left out, and these people are told apart by their e-mail.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers agreed, but somebody with the same phone number or e-mail address said no: nobody is written to there.</source>
      <translation>
        <numerusform>%Ln customer agreed, but somebody with the same phone number or e-mail address said no: nobody is written to there.</numerusform>
        <numerusform>%Ln customers agreed, but somebody with the same phone number or e-mail address said no: nobody is written to there.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers have neither e-mail nor phone: kept, but not reachable.</source>
      <translation>
        <numerusform>%Ln customer has neither e-mail nor phone: kept, but not reachable.</numerusform>
        <numerusform>%Ln customers have neither e-mail nor phone: kept, but not reachable.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers or products stay: later orders, views or messages refer to them.</source>
      <translation>
        <numerusform>%Ln customer or product stays: later orders, views or messages refer to it.</numerusform>
        <numerusform>%Ln customers or products stay: later orders, views or messages refer to them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers who stood in the shop under two entries became one: this file shows that both are the same person.</source>
      <translation>
        <numerusform>%Ln customer who stood in the shop under two entries became one: this file shows that both are the same person.</numerusform>
        <numerusform>%Ln customers who stood in the shop under two entries became one: this file shows that both are the same person.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln damaged characters in this file are shown as �.</source>
      <translation>
        <numerusform>%Ln damaged character in this file is shown as �.</numerusform>
        <numerusform>%Ln damaged characters in this file are shown as �.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln dates of this sheet had day and month exchanged, as a spreadsheet program does when it opens a file of another country; they were read the right way round. Look whether they are right.</source>
      <translation>
        <numerusform>%Ln date of this sheet had day and month exchanged, as a spreadsheet program does when it opens a file of another country; it was read the right way round. Look whether it is right.</numerusform>
        <numerusform>%Ln dates of this sheet had day and month exchanged, as a spreadsheet program does when it opens a file of another country; they were read the right way round. Look whether they are right.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln e-mail addresses carry many different names: nobody is joined by them and nobody is written to there.</source>
      <translation>
        <numerusform>%Ln e-mail address carries many different names: nobody is joined by it and nobody is written to there.</numerusform>
        <numerusform>%Ln e-mail addresses carry many different names: nobody is joined by them and nobody is written to there.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln formulas of this workbook have no result and were read as blank. Open it in a spreadsheet program, save it, and import it again.</source>
      <translation>
        <numerusform>%Ln formula of this workbook has no result and was read as blank. Open it in a spreadsheet program, save it, and import it again.</numerusform>
        <numerusform>%Ln formulas of this workbook have no result and were read as blank. Open it in a spreadsheet program, save it, and import it again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln lines above the header were left out.</source>
      <translation>
        <numerusform>%Ln line above the header was left out.</numerusform>
        <numerusform>%Ln lines above the header were left out.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln mentions of people who asked to be forgotten stayed out: nothing of theirs is taken in again.</source>
      <translation>
        <numerusform>%Ln mention of a person who asked to be forgotten stayed out: nothing of theirs is taken in again.</numerusform>
        <numerusform>%Ln mentions of people who asked to be forgotten stayed out: nothing of theirs is taken in again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln of {all} new orders that were compared are of the same customer, day and amount as orders that the shop has under other numbers. Where two files tell of the same purchases (a list of payments beside the shop's own orders), import one of them only: each purchase would count twice.</source>
      <translation>
        <numerusform>%Ln of {all} new orders that were compared is of the same customer, day and amount as an order that the shop has under other numbers. Where two files tell of the same purchases (a list of payments beside the shop's own orders), import one of them only: each purchase would count twice.</numerusform>
        <numerusform>%Ln of {all} new orders that were compared are of the same customer, day and amount as orders that the shop has under other numbers. Where two files tell of the same purchases (a list of payments beside the shop's own orders), import one of them only: each purchase would count twice.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln orders are in {currency}: counted as purchases, but left out of sums, which are in {base}.</source>
      <translation>
        <numerusform>%Ln order is in {currency}: counted as a purchase, but left out of sums, which are in {base}.</numerusform>
        <numerusform>%Ln orders are in {currency}: counted as purchases, but left out of sums, which are in {base}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln orders bear the number of an order of another day: kept apart, with the day behind the number.</source>
      <translation>
        <numerusform>%Ln order bears the number of an order of another day: kept apart, with the day behind the number.</numerusform>
        <numerusform>%Ln orders bear the number of an order of another day: kept apart, with the day behind the number.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln orders name nobody: counted in the shop's totals only.</source>
      <translation>
        <numerusform>%Ln order names nobody: counted in the shop's totals only.</numerusform>
        <numerusform>%Ln orders name nobody: counted in the shop's totals only.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln orders stand here in another state than in a newer file: kept as the newer file told.</source>
      <translation>
        <numerusform>%Ln order stands here in another state than in a newer file: kept as the newer file told.</numerusform>
        <numerusform>%Ln orders stand here in another state than in a newer file: kept as the newer file told.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln products named here are in no list of products yet: nobody is told of their prices and stock.</source>
      <translation>
        <numerusform>%Ln product named here is in no list of products yet: nobody is told of its price and stock.</numerusform>
        <numerusform>%Ln products named here are in no list of products yet: nobody is told of their prices and stock.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln rows came twice in this export and counted once.</source>
      <translation>
        <numerusform>%Ln row came twice in this export and counted once.</numerusform>
        <numerusform>%Ln rows came twice in this export and counted once.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln rows named somebody who stands in another row: joined into one.</source>
      <translation>
        <numerusform>%Ln row named somebody who stands in another row: joined into one.</numerusform>
        <numerusform>%Ln rows named somebody who stands in another row: joined into one.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln rows of this sheet are hidden, as by a filter; they were read too. To leave them out, copy the rows that are shown into a workbook of their own.</source>
      <translation>
        <numerusform>%Ln row of this sheet is hidden, as by a filter; it was read too. To leave it out, copy the rows that are shown into a workbook of their own.</numerusform>
        <numerusform>%Ln rows of this sheet are hidden, as by a filter; they were read too. To leave them out, copy the rows that are shown into a workbook of their own.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>“{file}” has no header line: its first line already holds data. Say what its %Ln columns hold.</source>
      <translation>
        <numerusform>“{file}” has no header line: its first line already holds data. Say what its %Ln column holds.</numerusform>
        <numerusform>“{file}” has no header line: its first line already holds data. Say what its %Ln columns hold.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>LeavingDialog</name>
    <message numerus="yes">
      <source>%Ln messages on their way are being finished…</source>
      <translation>
        <numerusform>The message on its way is being finished…</numerusform>
        <numerusform>%Ln messages on their way are being finished…</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages stay in the queue and go when the program runs again.</source>
      <translation>
        <numerusform>%Ln message stays in the queue and goes when the program runs again.</numerusform>
        <numerusform>%Ln messages stay in the queue and go when the program runs again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages stay in the queue until you start the program again and press “Send now”.</source>
      <translation>
        <numerusform>%Ln message stays in the queue until you start the program again and press “Send now”.</numerusform>
        <numerusform>%Ln messages stay in the queue until you start the program again and press “Send now”.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MatchLine</name>
    <message numerus="yes">
      <source>%Ln customers</source>
      <translation>
        <numerusform>%Ln customer</numerusform>
        <numerusform>%Ln customers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{names} and %Ln more</source>
      <translation>
        <numerusform>{names} and %Ln more</numerusform>
        <numerusform>{names} and %Ln more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MergeDialog</name>
    <message numerus="yes">
      <source>%Ln orders</source>
      <translation>
        <numerusform>%Ln order</numerusform>
        <numerusform>%Ln orders</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Narrowing</name>
    <message numerus="yes">
      <source>%Ln messages</source>
      <translation>
        <numerusform>%Ln message</numerusform>
        <numerusform>%Ln messages</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>NeedsCard</name>
    <message numerus="yes">
      <source>Show %Ln more</source>
      <translation>
        <numerusform>Show %Ln more</numerusform>
        <numerusform>Show %Ln more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
    <message numerus="yes">
      <source>%Ln messages wait and go as soon as it answers.</source>
      <translation>
        <numerusform>%Ln message waits and goes as soon as it answers.</numerusform>
        <numerusform>%Ln messages wait and go as soon as it answers.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nothing was sent to the %Ln people who wait; they stay in the queue.</source>
      <translation>
        <numerusform>Nothing was sent to the person who waits; the message stays in the queue.</numerusform>
        <numerusform>Nothing was sent to the %Ln people who wait; they stay in the queue.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OwnedCard</name>
    <message numerus="yes">
      <source>%Ln came back</source>
      <translation>
        <numerusform>%Ln came back</numerusform>
        <numerusform>%Ln came back</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OwnedSection</name>
    <message numerus="yes">
      <source>In the last %Ln days</source>
      <translation>
        <numerusform>In the last %Ln day</numerusform>
        <numerusform>In the last %Ln days</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>PrivacySection</name>
    <message numerus="yes">
      <source>%Ln addresses</source>
      <translation>
        <numerusform>%Ln address</numerusform>
        <numerusform>%Ln addresses</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln addresses, the latest of them are shown.</source>
      <translation>
        <numerusform>%Ln address, the latest is shown.</numerusform>
        <numerusform>%Ln addresses, the latest of them are shown.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ProblemsView</name>
    <message numerus="yes">
      <source>%Ln messages are sent again.</source>
      <translation>
        <numerusform>%Ln message is sent again.</numerusform>
        <numerusform>%Ln messages are sent again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are tried again.</source>
      <translation>
        <numerusform>%Ln message is tried again.</numerusform>
        <numerusform>%Ln messages are tried again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages count as sent.</source>
      <translation>
        <numerusform>%Ln message counts as sent.</numerusform>
        <numerusform>%Ln messages count as sent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages go with the next sending.</source>
      <translation>
        <numerusform>%Ln message goes with the next sending.</numerusform>
        <numerusform>%Ln messages go with the next sending.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Show %Ln more</source>
      <translation>
        <numerusform>Show %Ln more</numerusform>
        <numerusform>Show %Ln more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ProgressPage</name>
    <message numerus="yes">
      <source>%Ln rows</source>
      <translation>
        <numerusform>%Ln row</numerusform>
        <numerusform>%Ln rows</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Proof</name>
    <message numerus="yes">
      <source>%Ln SMS parts</source>
      <translation>
        <numerusform>%Ln SMS part</numerusform>
        <numerusform>%Ln SMS parts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>About %Ln seconds to say</source>
      <translation>
        <numerusform>About %Ln second to say</numerusform>
        <numerusform>About %Ln seconds to say</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RangeLine</name>
    <message numerus="yes">
      <source>%Ln days</source>
      <translation>
        <numerusform>%Ln day</numerusform>
        <numerusform>%Ln days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The last %Ln days</source>
      <translation>
        <numerusform>The last day</numerusform>
        <numerusform>The last %Ln days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Today and the %Ln days before it</source>
      <translation>
        <numerusform>Today and the day before it</numerusform>
        <numerusform>Today and the %Ln days before it</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ReasonLinks</name>
    <message numerus="yes">
      <source>Why %Ln others would not…</source>
      <translation>
        <numerusform>Why %Ln other would not…</numerusform>
        <numerusform>Why %Ln others would not…</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RecipeCard</name>
    <message numerus="yes">
      <source>%Ln customers</source>
      <translation>
        <numerusform>%Ln customer</numerusform>
        <numerusform>%Ln customers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln today</source>
      <translation>
        <numerusform>%Ln today</numerusform>
        <numerusform>%Ln today</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RecipientsPart</name>
    <message numerus="yes">
      <source>%Ln messages are tried again.</source>
      <translation>
        <numerusform>%Ln message is tried again.</numerusform>
        <numerusform>%Ln messages are tried again.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Remarks</name>
    <message numerus="yes">
      <source>%Ln messages hold a link that begins with http://: many mail programs warn of it.</source>
      <translation>
        <numerusform>%Ln message holds a link that begins with http://: many mail programs warn of it.</numerusform>
        <numerusform>%Ln messages hold a link that begins with http://: many mail programs warn of it.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>A field of the text is empty for %Ln customers: they get nothing.</source>
      <translation>
        <numerusform>A field of the text is empty for %Ln customer, who gets nothing.</numerusform>
        <numerusform>A field of the text is empty for %Ln customers: they get nothing.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The WhatsApp text names no approved wording, so it goes only to those who wrote within the last 24 hours: %Ln customers have not.</source>
      <translation>
        <numerusform>The WhatsApp text names no approved wording, so it goes only to those who wrote within the last 24 hours: %Ln customer has not.</numerusform>
        <numerusform>The WhatsApp text names no approved wording, so it goes only to those who wrote within the last 24 hours: %Ln customers have not.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ResultPart</name>
    <message numerus="yes">
      <source>%Ln more</source>
      <translation>
        <numerusform>%Ln more</numerusform>
        <numerusform>%Ln more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RhythmStep</name>
    <message numerus="yes">
      <source>%Ln customers have stopped buying</source>
      <translation>
        <numerusform>%Ln customer has stopped buying</numerusform>
        <numerusform>%Ln customers have stopped buying</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>So whoever bought nothing for %Ln days is worth a message.</source>
      <translation>
        <numerusform>So whoever bought nothing for %Ln day is worth a message.</numerusform>
        <numerusform>So whoever bought nothing for %Ln days is worth a message.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Your customers usually buy every %Ln days</source>
      <translation>
        <numerusform>Your customers usually buy every day</numerusform>
        <numerusform>Your customers usually buy every %Ln days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and nine of ten come back within %Ln days.</source>
      <translation>
        <numerusform>and nine of ten come back within %Ln day.</numerusform>
        <numerusform>and nine of ten come back within %Ln days.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RulesSection</name>
    <message numerus="yes">
      <source>%Ln customers have stopped buying by this rule.</source>
      <translation>
        <numerusform>%Ln customer has stopped buying by this rule.</numerusform>
        <numerusform>%Ln customers have stopped buying by this rule.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Somebody has stopped buying after %Ln days now.</source>
      <translation>
        <numerusform>Somebody has stopped buying after %Ln day now.</numerusform>
        <numerusform>Somebody has stopped buying after %Ln days now.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Take the proposal: %Ln days</source>
      <translation>
        <numerusform>Take the proposal: %Ln day</numerusform>
        <numerusform>Take the proposal: %Ln days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Your customers usually buy every %Ln days.</source>
      <translation>
        <numerusform>Your customers usually buy every day.</numerusform>
        <numerusform>Your customers usually buy every %Ln days.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Runs</name>
    <message numerus="yes">
      <source>%Ln answers</source>
      <translation>
        <numerusform>%Ln answer</numerusform>
        <numerusform>%Ln answers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln failed</source>
      <translation>
        <numerusform>%Ln failed</numerusform>
        <numerusform>%Ln failed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln later</source>
      <translation>
        <numerusform>%Ln later</numerusform>
        <numerusform>%Ln later</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln left out</source>
      <translation>
        <numerusform>%Ln left out</numerusform>
        <numerusform>%Ln left out</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln looked at</source>
      <translation>
        <numerusform>%Ln looked at</numerusform>
        <numerusform>%Ln looked at</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages written</source>
      <translation>
        <numerusform>%Ln message written</numerusform>
        <numerusform>%Ln messages written</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln old copies removed</source>
      <translation>
        <numerusform>%Ln old copy removed</numerusform>
        <numerusform>%Ln old copies removed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln old views removed</source>
      <translation>
        <numerusform>%Ln old view removed</numerusform>
        <numerusform>%Ln old views removed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln opted out</source>
      <translation>
        <numerusform>%Ln opted out</numerusform>
        <numerusform>%Ln opted out</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln refused</source>
      <translation>
        <numerusform>%Ln refused</numerusform>
        <numerusform>%Ln refused</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln sent</source>
      <translation>
        <numerusform>%Ln sent</numerusform>
        <numerusform>%Ln sent</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln too late to send</source>
      <translation>
        <numerusform>%Ln too late to send</numerusform>
        <numerusform>%Ln too late to send</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln uncertain</source>
      <translation>
        <numerusform>%Ln uncertain</numerusform>
        <numerusform>%Ln uncertain</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SelectionBar</name>
    <message numerus="yes">
      <source>%Ln customers get no more messages.</source>
      <translation>
        <numerusform>%Ln customer gets no more messages.</numerusform>
        <numerusform>%Ln customers get no more messages.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers got the tag “{tag}”.</source>
      <translation>
        <numerusform>%Ln customer got the tag “{tag}”.</numerusform>
        <numerusform>%Ln customers got the tag “{tag}”.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers were written to {file}.</source>
      <translation>
        <numerusform>%Ln customer was written to {file}.</numerusform>
        <numerusform>%Ln customers were written to {file}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln selected</source>
      <translation>
        <numerusform>%Ln selected</numerusform>
        <numerusform>%Ln selected</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message numerus="yes">
      <source>%Ln things to mend</source>
      <translation>
        <numerusform>%Ln thing to mend</numerusform>
        <numerusform>%Ln things to mend</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SpanChooser</name>
    <message numerus="yes">
      <source>Last %Ln days</source>
      <translation>
        <numerusform>Last %Ln day</numerusform>
        <numerusform>Last %Ln days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Today and the %Ln days before it</source>
      <translation>
        <numerusform>Today and the day before it</numerusform>
        <numerusform>Today and the %Ln days before it</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message numerus="yes">
      <source>%Ln to approve</source>
      <translation>
        <numerusform>%Ln to approve</numerusform>
        <numerusform>%Ln to approve</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln waiting</source>
      <translation>
        <numerusform>%Ln waiting</numerusform>
        <numerusform>%Ln waiting</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TakeBackDialog</name>
    <message numerus="yes">
      <source>%Ln entries ({kind}) that came with this file go again.</source>
      <translation>
        <numerusform>%Ln entry ({kind}) that came with this file goes again.</numerusform>
        <numerusform>%Ln entries ({kind}) that came with this file go again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln entries that this file changed become what they were before.</source>
      <translation>
        <numerusform>%Ln entry that this file changed becomes what it was before.</numerusform>
        <numerusform>%Ln entries that this file changed become what they were before.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TemplateEditor</name>
    <message numerus="yes">
      <source>✗ %Ln problems</source>
      <translation>
        <numerusform>✗ %Ln problem</numerusform>
        <numerusform>✗ %Ln problems</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Tiles</name>
    <message numerus="yes">
      <source>%Ln of them because of the messages</source>
      <translation>
        <numerusform>%Ln of them because of the messages</numerusform>
        <numerusform>%Ln of them because of the messages</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln to approve</source>
      <translation>
        <numerusform>%Ln to approve</numerusform>
        <numerusform>%Ln to approve</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln waiting</source>
      <translation>
        <numerusform>%Ln waiting</numerusform>
        <numerusform>%Ln waiting</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Messages of the last 30 days after which the customer bought, up to %Ln days later. An order counts once, for the last message before it. With a control group it also says how many would not have come without a message. Opens the list with each order.</source>
      <translation>
        <numerusform>Messages of the last 30 days after which the customer bought, up to %Ln day later. An order counts once, for the last message before it. With a control group it also says how many would not have come without a message. Opens the list with each order.</numerusform>
        <numerusform>Messages of the last 30 days after which the customer bought, up to %Ln days later. An order counts once, for the last message before it. With a control group it also says how many would not have come without a message. Opens the list with each order.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>within %Ln days of a message</source>
      <translation>
        <numerusform>within %Ln day of a message</numerusform>
        <numerusform>within %Ln days of a message</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TodayCard</name>
    <message numerus="yes">
      <source>%Ln customers would get a message today</source>
      <translation>
        <numerusform>%Ln customer would get a message today</numerusform>
        <numerusform>%Ln customers would get a message today</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln of them are left out:</source>
      <translation>
        <numerusform>%Ln of them is left out:</numerusform>
        <numerusform>%Ln of them are left out:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln who stopped buying are due to be looked at.</source>
      <translation>
        <numerusform>%Ln who stopped buying is due to be looked at.</numerusform>
        <numerusform>%Ln who stopped buying are due to be looked at.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message numerus="yes">
      <source>%Ln customers came back</source>
      <translation>
        <numerusform>%Ln customer came back</numerusform>
        <numerusform>%Ln customers came back</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages are ready for your approval</source>
      <translation>
        <numerusform>%Ln message is ready for your approval</numerusform>
        <numerusform>%Ln messages are ready for your approval</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages sent</source>
      <translation>
        <numerusform>%Ln message sent</numerusform>
        <numerusform>%Ln messages sent</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln to approve</source>
      <translation>
        <numerusform>%Ln to approve</numerusform>
        <numerusform>%Ln to approve</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln waiting</source>
      <translation>
        <numerusform>%Ln waiting</numerusform>
        <numerusform>%Ln waiting</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>VersionsView</name>
    <message numerus="yes">
      <source>%Ln words changed</source>
      <translation>
        <numerusform>%Ln word changed</numerusform>
        <numerusform>%Ln words changed</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>When</name>
    <message numerus="yes">
      <source>%Ln days ago</source>
      <translation>
        <numerusform>%Ln day ago</numerusform>
        <numerusform>%Ln days ago</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>WhileOffDialog</name>
    <message numerus="yes">
      <source>%Ln messages are left out.</source>
      <translation>
        <numerusform>%Ln message is left out.</numerusform>
        <numerusform>%Ln messages are left out.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages go with the next sending.</source>
      <translation>
        <numerusform>%Ln message goes with the next sending.</numerusform>
        <numerusform>%Ln messages go with the next sending.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On %Ln days there was no daily check, and none is made up for: {days}.</source>
      <translation>
        <numerusform>On %Ln day there was no daily check, and it is not made up for: {days}.</numerusform>
        <numerusform>On %Ln days there was no daily check, and none is made up for: {days}.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Why</name>
    <message numerus="yes">
      <source>%Ln messages before this one since the last purchase.</source>
      <translation>
        <numerusform>%Ln message before this one since the last purchase.</numerusform>
        <numerusform>%Ln messages before this one since the last purchase.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Bought less than %Ln days ago. Only after that somebody has stopped buying.</source>
      <translation>
        <numerusform>Bought less than %Ln day ago. Only after that somebody has stopped buying.</numerusform>
        <numerusform>Bought less than %Ln days ago. Only after that somebody has stopped buying.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Bought nothing for %Ln days.</source>
      <translation>
        <numerusform>Bought nothing for %Ln day.</numerusform>
        <numerusform>Bought nothing for %Ln days.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The last purchase is more than %Ln days ago. Your rules leave such customers alone.</source>
      <translation>
        <numerusform>The last purchase is more than %Ln day ago. Your rules leave such customers alone.</numerusform>
        <numerusform>The last purchase is more than %Ln days ago. Your rules leave such customers alone.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Wording</name>
    <message numerus="yes">
      <source>&amp;Import %Ln customers</source>
      <translation>
        <numerusform>&amp;Import %Ln customer</numerusform>
        <numerusform>&amp;Import %Ln customers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln enquiries</source>
      <translation>
        <numerusform>&amp;Import %Ln enquiry</numerusform>
        <numerusform>&amp;Import %Ln enquiries</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln opt-outs</source>
      <translation>
        <numerusform>&amp;Import %Ln opt-out</numerusform>
        <numerusform>&amp;Import %Ln opt-outs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln orders</source>
      <translation>
        <numerusform>&amp;Import %Ln order</numerusform>
        <numerusform>&amp;Import %Ln orders</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln product views</source>
      <translation>
        <numerusform>&amp;Import %Ln product view</numerusform>
        <numerusform>&amp;Import %Ln product views</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln products</source>
      <translation>
        <numerusform>&amp;Import %Ln product</numerusform>
        <numerusform>&amp;Import %Ln products</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&amp;Import %Ln wishes</source>
      <translation>
        <numerusform>&amp;Import %Ln wish</numerusform>
        <numerusform>&amp;Import %Ln wishes</numerusform>
      </translation>
    </message>
  </context>
</TS>
