using Isthmus.Core.Matching;

namespace Isthmus.Core.Tests.Matching;

public class When_companies_are_compared
{
    private static readonly MatchThresholds Thresholds = new();

    [Theory]
    [InlineData(
        "Harbor Pump Co|ap@harborpump.example|+1 503 555 0117|97209|Portland", "HARBOR PUMP COMPANY|sales@harborpump.example|||",
        MatchVerdict.Same)]
    [InlineData("Lund & Sons, Inc.||(503) 555-0117|97209|", "Lund and Sons||503-555-0117||Portland", MatchVerdict.Same)]
    [InlineData("Müller Maschinenbau GmbH|||10115|Berlin", "Mueller Maschinenbau|||10115|Berlin", MatchVerdict.Same)]
    [InlineData("東京ポンプ株式会社|||100-0001|東京", "東京ポンプ株式会社|||1000001|東京", MatchVerdict.Same)]
    [InlineData("Harbor Pump Co||||", "Harbor Pump Ltd||||", MatchVerdict.Review)]
    [InlineData("Harbor Pump Co|ap@gmail.com|||", "Quay Street Bakery|info@gmail.com|||", MatchVerdict.Different)]
    [InlineData("Harbor Pump Co|ap@group.example|||Portland", "Quay Street Bakery|info@group.example|||Salem", MatchVerdict.Different)]
    [InlineData("Smith Ltd|||97209|Portland", "Smith Ltd|||10001|New York", MatchVerdict.Different)]
    public void What_they_share_decides(string left, string right, MatchVerdict verdict)
    {
        var bits = new RecordMatcher(MatchSchema.Company).Score(Company("1", left), Company("2", right));

        Assert.True(Thresholds.Judge(bits) == verdict, $"{bits} bits");
    }

    [Fact]
    public void Only_those_that_share_something_are_compared()
    {
        var index = new RecordIndex(MatchSchema.Company);
        index.Add(Company("1", "Harbor Pump Co|ap@harborpump.example|||"));
        index.Add(Company("2", "Quay Street Bakery|info@quay.example|||"));

        var found = index.Candidates(Company("3", "H P C|x@harborpump.example|||"));

        Assert.Equal(["1"], found.Select(record => record.Id));
    }

    private static MatchRecord Company(string id, string text)
    {
        var parts = text.Split('|');
        return MatchSchema.Company.Record(id, field => field switch
        {
            "name" => MatchText.Company(parts[0]),
            "domain" => MatchText.Domain(parts[1]),
            "phone" => MatchText.Phone(parts[2]),
            "postcode" => MatchText.Code(parts[3]),
            "city" => MatchText.Words(parts[4]),
            _ => null,
        });
    }
}
