using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Isthmus.Sandbox.Intacct.Gateway;

namespace Isthmus.Sandbox.Tests.Intacct;

/// <summary>The sandbox's own grammar and Intacct's published schema judge the same requests; query and lookup are newer than it.</summary>
public sealed class When_requests_are_held_against_the_schema
{
    private const string Read = "<function controlid=\"f\"><read><object>CUSTOMER</object><keys>1</keys></read></function>";
    private const string Control = "<control><senderid>S</senderid><password>p</password><controlid>c</controlid>"
        + "<uniqueid>false</uniqueid><dtdversion>3.0</dtdversion></control>";
    private const string Customer = "<customerid>C</customerid>";
    private const string Created = "<datecreated><year>2026</year><month>3</month><day>9</day></datecreated>";
    private const string Login = "<login><userid>u</userid><companyid>c</companyid><password>p</password></login>";

    public static TheoryData<string, bool> Requests => new()
    {
        { Whole(Control, Login, Read), true },
        { Whole(Control, "<sessionid>s</sessionid>", Read), true },
        { Whole(Control, Login.Replace("</login>", "<clientid>c</clientid><locationid>l</locationid></login>"), Read), true },
        { Whole(Control, Login.Replace("</login>", "<locationid>l</locationid><clientid>c</clientid></login>"), Read), false },
        { Whole(Control.Replace("<uniqueid>false</uniqueid>", ""), Login, Read), true },
        { Whole(Control.Replace("</control>", "<includewhitespace>false</includewhitespace></control>"), Login, Read), true },
        { Whole(Control.Replace("<uniqueid>", "<includewhitespace>false</includewhitespace><uniqueid>"), Login, Read), false },
        { Whole("<control><password>p</password><senderid>S</senderid><controlid>c</controlid></control>", Login, Read), false },
        { Whole("<control><senderid>S</senderid></control>", Login, Read), false },
        { Whole(Control, Login + "<sessionid>s</sessionid>", Read), false },
        { Whole(Control, "<login><companyid>c</companyid><userid>u</userid><password>p</password></login>", Read), false },
        { Whole(Control, Login, Read + Read), true },
        { Whole(Control, Login, "<function><getAPISession/></function>"), false },
        { Whole(Control, Login, Function("<getAPISession><locationid>100</locationid></getAPISession>")), true },
        { Whole(Control, Login, Function("<getAPISession><entity>100</entity></getAPISession>")), false },
        { Whole(Control, Login, Function("<conquer/>")), false },
        { Whole(Control, Login, Function("<read><keys>1</keys><object>CUSTOMER</object></read>")), true },
        { Whole(Control, Login, Function("<read><object>CUSTOMER</object></read>")), false },
        { Whole(Control, Login,
            Function("<readByQuery><object>CUSTOMER</object><query>A = '1'</query><pagesize>10</pagesize></readByQuery>")), true },
        { Whole(Control, Login, Function("<readByQuery><object>CUSTOMER</object></readByQuery>")), false },
        { Whole(Control, Login, Function("<readMore><resultId>1</resultId></readMore>")), true },
        { Whole(Control, Login, Function("<readMore/>")), false },
        { Whole(Control, Login, Function("<inspect detail=\"1\"><object>CUSTOMER</object></inspect>")), true },
        { Whole(Control, Login, Function("<readUserFormatting><userId>u</userId></readUserFormatting>")), true },
        { Whole(Control, Login, Function("<create><CUSTOMER><ANYTHING/></CUSTOMER></create>")), true },
        { Whole(Control, Login, Function("<create/>")), false },
        { Whole(Control, Login, Function("<delete><object>CUSTOMER</object><keys>1</keys></delete>")), true },
        { Whole(Control, Login,
            Function(Invoice(Customer + Created + "<termname>N30</termname>"))), true },
        { Whole(Control, Login,
            Function(Invoice(Created + Customer + "<termname>N30</termname>"))), false },
        { Whole(Control, Login, Read).Replace("<operation>", "<operation transaction=\"true\">"), true },
        { Whole(Control, Login, Read).Replace("<operation>", "<operation transaction=\"maybe\">"), false },
        { Whole(Control, Login, Read).Replace("<request>", "<request colour=\"red\">"), false },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void The_sandbox_takes_what_it_should(string request, bool good) => Assert.Equal(good, Takes(request));

    [IntacctSchemaFact]
    public void The_published_schema_says_the_same_of_each()
    {
        foreach (var row in Requests) Assert.Equal((row[0], Takes((string)row[0])), (row[0], Fits((string)row[0])));
    }

    [Theory]
    [InlineData("<query><object>CUSTOMER</object><select><field>RECORDNO</field></select></query>", true)]
    [InlineData("<query><object>CUSTOMER</object></query>", false)]
    [InlineData("<query><object>CUSTOMER</object><select><field>A</field></select>"
        + "<filter><equalto><field>A</field><value>1</value></equalto></filter></query>", true)]
    [InlineData("<query><object>CUSTOMER</object><select><field>A</field></select>"
        + "<filter><roughly><field>A</field></roughly></filter></query>", false)]
    [InlineData("<query><object>CUSTOMER</object><select><field>A</field></select><limit>1</limit></query>", false)]
    [InlineData("<lookup><object>CUSTOMER</object></lookup>", true)]
    [InlineData("<lookup/>", false)]
    public void What_is_newer_than_the_schema_is_judged_too(string body, bool good) =>
        Assert.Equal(good, Takes(Whole(Control, Login, Function(body))));

    private static string Whole(string control, string authentication, string content) =>
        $"<request>{control}<operation><authentication>{authentication}</authentication><content>{content}</content></operation></request>";

    private static string Function(string body) => $"<function controlid=\"f\">{body}</function>";

    private static string Invoice(string head) =>
        $"<create_invoice>{head}<invoiceitems><lineitem><glaccountno>4000</glaccountno><amount>1</amount></lineitem></invoiceitems></create_invoice>";

    private static bool Takes(string request)
    {
        try
        {
            GrammarCheck.Require(XElement.Parse(request));
            return true;
        }
        catch (GatewayException refused) when (refused.Number == "XL03000003") { return false; }
    }

    private static bool Fits(string request)
    {
        var good = true;
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = IntacctSchema.Set };
        settings.ValidationEventHandler += (_, misfit) => good &= misfit.Severity != XmlSeverityType.Error;
        using var reader = XmlReader.Create(new StringReader(request), settings);
        while (reader.Read()) { }
        return good;
    }
}
