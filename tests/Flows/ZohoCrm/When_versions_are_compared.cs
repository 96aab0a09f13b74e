using System.Text.Json;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_versions_are_compared
{
    private const string Us = "9";
    private static readonly string[] Fields = ["Phone", "Fax"];

    [Theory]
    [InlineData("""{"a":5}""", """{"a":5.00}""", true)]
    [InlineData("""{"a":null}""", """{"a":""}""", true)]
    [InlineData("""{"a":null}""", """{}""", true)]
    [InlineData("""{"a":[]}""", """{}""", true)]
    [InlineData("""{"a":{"id":"1","name":"x"}}""", """{"a":{"id":"1"}}""", true)]
    [InlineData("""{"a":"2026-11-01T01:30:00-05:00"}""", """{"a":"2026-11-01T00:30:00-06:00"}""", true)]
    [InlineData("""{"a":"2026-11-01T01:30:00-05:00"}""", """{"a":"2026-11-01T01:30:00-06:00"}""", false)]
    [InlineData("""{"a":"x"}""", """{"a":"X"}""", false)]
    [InlineData("""{"a":false}""", """{"a":null}""", false)]
    [InlineData("""{"a":0}""", """{"a":null}""", false)]
    [InlineData("""{"a":["x","y"]}""", """{"a":["y","x"]}""", false)]
    public void What_is_the_same_in_the_CRM_is_the_same_however_it_is_written(string left, string right, bool same) =>
        Assert.Equal(same, CrmContent.Same(CrmContent.Of(JsonElement.Parse(left), ["a"]), CrmContent.Of(JsonElement.Parse(right), ["a"])));

    [Fact]
    public void One_of_which_nothing_is_known_is_news() => Assert.Equal(CrmVerdict.News, CrmSight.Judge(null, Version(1), Us));

    [Fact]
    public void The_one_that_was_handed_over_is_known_and_an_earlier_one_is_older()
    {
        var known = Known(Version(5));
        Assert.Equal(CrmVerdict.Known, CrmSight.Judge(known, Version(5), Us));
        Assert.Equal(CrmVerdict.Older, CrmSight.Judge(known, Version(4, phone: "2"), Us));
    }

    [Fact]
    public void Another_of_the_same_second_is_news() =>
        Assert.Equal(CrmVerdict.News, CrmSight.Judge(Known(Version(5)), Version(5, phone: "2"), Us));

    [Fact]
    public void One_that_only_we_changed_is_ours()
    {
        var noted = Known(Version(5)).With(CrmContent.Of(JsonElement.Parse("""{"Fax":"7"}"""), ["Fax"]));
        Assert.Equal(CrmVerdict.Ours, CrmSight.Judge(noted, Version(6, fax: "7", by: Us), Us));
        Assert.Equal(CrmVerdict.News, CrmSight.Judge(noted, Version(6, fax: "7", by: "8"), Us));
        Assert.Equal(CrmVerdict.News, CrmSight.Judge(noted, Version(6, phone: "2", fax: "7", by: Us), Us));
    }

    [Fact]
    public void Without_knowing_who_we_are_everything_is_news() =>
        Assert.Equal(CrmVerdict.News, CrmSight.Judge(Known(Version(5)), Version(6, by: Us), null));

    [Fact]
    public void What_we_wrote_while_it_was_handed_over_stays_noted()
    {
        var before = Known(Version(5));
        var meanwhile = before.With(CrmContent.Of(JsonElement.Parse("""{"Fax":"7"}"""), ["Fax"]));
        var after = meanwhile.After(Version(6, phone: "2"), before);
        Assert.Equal(CrmVerdict.Ours, CrmSight.Judge(after, Version(7, phone: "2", fax: "7", by: Us), Us));
    }

    [Fact]
    public void A_newer_one_that_was_handed_over_meanwhile_is_not_forgotten()
    {
        var newer = Known(Version(9));
        Assert.Equal(newer, newer.After(Version(6), Known(Version(5))));
    }

    private static CrmSight Known(CrmVersion version) => new CrmSight(null, new Dictionary<string, string>()).After(version, null);

    private static CrmVersion Version(int second, string phone = "1", string? fax = null, string by = "8") => CrmVersion.Read(
        JsonSerializer.SerializeToElement(new
        {
            id = "1", Phone = phone, Fax = fax, Modified_By = new { id = by }, Created_Time = "2026-05-04T08:00:00+00:00",
            Modified_Time = $"2026-05-04T09:00:{second:00}+00:00",
        }), Fields, "Isthmus_Key");
}
