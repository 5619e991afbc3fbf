<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>AnalyticsPage</name>
    <message numerus="yes">
      <source>%Ln answered</source>
      <translation>
        <numerusform>%Ln answered</numerusform>
        <numerusform>%Ln answered</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln days</source>
      <translation>
        <numerusform>%Ln day</numerusform>
        <numerusform>%Ln days</numerusform>
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
      <source>The last %Ln days</source>
      <translation>
        <numerusform>The last day</numerusform>
        <numerusform>The last %Ln days</numerusform>
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
      <source>%Ln messages are ready for your approval</source>
      <translation>
        <numerusform>%Ln message is ready for your approval</numerusform>
        <numerusform>%Ln messages are ready for your approval</numerusform>
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
      <source>Approve all %Ln</source>
      <translation>
        <numerusform>Approve it</numerusform>
        <numerusform>Approve all %Ln</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Attention</name>
    <message numerus="yes">
      <source>%Ln customers have not agreed to messages. Ask them at the till.</source>
      <translation>
        <numerusform>%Ln customer has not agreed to messages. Ask her at the till.</numerusform>
        <numerusform>%Ln customers have not agreed to messages. Ask them at the till.</numerusform>
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
      <source>For %Ln messages nobody knows whether they arrived. They are not sent again by themselves.</source>
      <translation>
        <numerusform>For %Ln message nobody knows whether it arrived. It is not sent again by itself.</numerusform>
        <numerusform>For %Ln messages nobody knows whether they arrived. They are not sent again by themselves.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CampaignCard</name>
    <message numerus="yes">
      <source>%Ln customers today</source>
      <translation>
        <numerusform>%Ln customer today</numerusform>
        <numerusform>%Ln customers today</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CampaignsPage</name>
    <message numerus="yes">
      <source>%Ln are due to be looked at</source>
      <translation>
        <numerusform>%Ln is due to be looked at</numerusform>
        <numerusform>%Ln are due to be looked at</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln customers would get a message</source>
      <translation>
        <numerusform>%Ln customer would get a message</numerusform>
        <numerusform>%Ln customers would get a message</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%Ln messages were written.</source>
      <translation>
        <numerusform>%Ln message was written.</numerusform>
        <numerusform>%Ln messages were written.</numerusform>
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
    <name>CustomerPanel</name>
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
      <source>Usually buys every %Ln days.</source>
      <translation>
        <numerusform>Usually buys every day.</numerusform>
        <numerusform>Usually buys every %Ln days.</numerusform>
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
      <source>%Ln selected</source>
      <translation>
        <numerusform>%Ln selected</numerusform>
        <numerusform>%Ln selected</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>DonePage</name>
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
  </context>
  <context>
    <name>HomePage</name>
    <message numerus="yes">
      <source>%Ln waiting in the queue</source>
      <translation>
        <numerusform>%Ln waiting in the queue</numerusform>
        <numerusform>%Ln waiting in the queue</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>&lt;b&gt;%Ln customers stopped buying&lt;/b&gt;</source>
      <translation>
        <numerusform>&lt;b&gt;%Ln customer stopped buying&lt;/b&gt;</numerusform>
        <numerusform>&lt;b&gt;%Ln customers stopped buying&lt;/b&gt;</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ImportsView</name>
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
  </context>
  <context>
    <name>PreviewPane</name>
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
    <name>RunsView</name>
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
      <source>%Ln uncertain</source>
      <translation>
        <numerusform>%Ln uncertain</numerusform>
        <numerusform>%Ln uncertain</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message numerus="yes">
      <source>%Ln waiting</source>
      <translation>
        <numerusform>%Ln waiting</numerusform>
        <numerusform>%Ln waiting</numerusform>
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
    <name>When</name>
    <message numerus="yes">
      <source>%Ln days ago</source>
      <translation>
        <numerusform>%Ln day ago</numerusform>
        <numerusform>%Ln days ago</numerusform>
      </translation>
    </message>
  </context>
</TS>
