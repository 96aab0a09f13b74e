using System.Net;
using System.Text;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Intacct;
using Isthmus.Connectors.Intacct.Reading;
using Isthmus.Connectors.Intacct.Replies;
using Isthmus.Connectors.Intacct.Xml;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Tests.Intacct;

public sealed class Answers_of_any_kind
{
    private const string Good =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><response><control><status>success</status></control><operation><authentication>"
        + "<status>success</status><userid>u</userid><companyid>c</companyid>"
        + "<sessiontimeout>2026-03-09T20:30:30+00:00</sessiontimeout></authentication><result>"
        + "<status>success</status><function>query</function><controlid>f</controlid>"
        + "<data listtype=\"CUSTOMER\" totalcount=\"2\" numremaining=\"0\"><CUSTOMER>"
        + "<RECORDNO>1</RECORDNO><DISPLAYCONTACT.EMAIL1>a@b.example</DISPLAYCONTACT.EMAIL1></CUSTOMER>"
        + "<customer><RECORDNO>2</RECORDNO><L><A>1</A></L><L><A>2</A></L></customer>"
        + "</data></result></operation></response>";

    [Fact]
    public void A_broken_one_is_refused_and_breaks_nothing_else()
    {
        var chance = new Random(7);
        for (var turn = 0; turn < 3_000; turn++)
        {
            var bytes = Encoding.UTF8.GetBytes(Good);
            for (var change = chance.Next(1, 6); change > 0; change--) bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            if (chance.Next(4) == 0) bytes = bytes[..chance.Next(bytes.Length)];
            var answer = Answer(bytes);
            var refusal = new IntacctErrors(new()).Judge(new ApiCall("query CUSTOMER", HttpMethod.Post, ""), answer);
            if (refusal is not null) Assert.NotEmpty(refusal.Failure.Cure);
            else foreach (var result in ((IntacctReply)answer.Reading!).Results) Page(result);
        }
    }

    [Fact]
    public void What_repeats_is_a_list_and_the_case_of_names_does_not_matter()
    {
        var reply = IntacctReplies.Read(Encoding.UTF8.GetBytes(Good));
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 20, 30, 30, TimeSpan.Zero), reply.SessionEnds);
        var rows = Rows.Of(Assert.Single(reply.Results));
        Assert.Equal("a@b.example", rows[0].GetProperty("DISPLAYCONTACT").GetProperty("EMAIL1").GetString());
        Assert.Equal(2, rows[1].GetProperty("L").GetArrayLength());
    }

    [Fact]
    public void One_in_very_many_pieces_costs_no_more_than_its_length()
    {
        const int pieces = 50_000;
        var cut = Encoding.UTF8.GetBytes($"<a>{string.Concat(Enumerable.Repeat("<![CDATA[x]]>", pieces))}</a>");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(pieces, SafeXml.Read(cut).Text.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Theory]
    [InlineData("<a>1 &lt; 2 &amp; &#x1F600;</a>", "1 < 2 & 😀")]
    [InlineData("<a><![CDATA[<b>]]>c</a>", "<b>c")]
    [InlineData("<a><!-- no --><?no no?>x</a>", "x")]
    public void Text_is_what_was_meant(string xml, string text) => Assert.Equal(text, SafeXml.Read(Encoding.UTF8.GetBytes(xml)).Text);

    /// <summary>A page that does not say how many records are left is refused.</summary>
    private static void Page(IntacctResult result)
    {
        try { Rows.Page(result, "query CUSTOMER"); }
        catch (FailureException refused) { Assert.Equal("malformed-answer", refused.Failure.Code); }
    }

    private static ApiAnswer Answer(byte[] body) =>
        new(200, null, new HttpResponseMessage(HttpStatusCode.OK).Headers, null) { Body = body };
}
