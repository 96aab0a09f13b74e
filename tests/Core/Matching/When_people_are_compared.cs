using Isthmus.Bench.Duplicates;
using Isthmus.Core.Matching;

namespace Isthmus.Core.Tests.Matching;

public class When_people_are_compared
{
    [Theory]
    [InlineData("dataset1.csv")]
    [InlineData("dataset2.csv")]
    public void Nearly_all_known_duplicates_are_linked_and_nearly_nobody_else(string name)
    {
        var file = Path.Combine(Shipped.Root(), "..", "shared", "data", "febrl", name);
        if (!File.Exists(file))
        {
            Console.WriteLine($"skipped: {name} does not lie beside the repository");
            return;
        }

        var found = DuplicatesFound.In(
            FebrlPeople.Schema, FebrlPeople.Read(file), FebrlPeople.PersonOf, new MatchThresholds());

        Assert.True(found.F1 >= 0.97, $"precision {found.Precision}, recall {found.Recall}");
    }

    [Fact]
    public void Names_in_each_other_s_place_are_recognised() =>
        Assert.True(Score(("ana", "prado"), ("prado", "ana")) > Score(("ana", "prado"), ("prado", "lena")) + 8);

    [Fact]
    public void A_rare_name_says_more_than_a_common_one()
    {
        var people = Enumerable.Range(0, 100).Select(i => Person($"{i}", "john", i < 60 ? "smith" : $"rare{i}")).ToList();
        var matcher = new RecordMatcher(MatchSchema.Person, new ValueFrequencies(MatchSchema.Person, people));

        Assert.True(matcher.Score(people[90], people[90]) > matcher.Score(people[0], people[1]) + 1);
    }

    [Fact]
    public void What_one_of_them_lacks_says_nothing()
    {
        var with = MatchSchema.Person.Record("1", field => field switch { "surname" => "prado", "phone" => "220000000", _ => null });
        var without = MatchSchema.Person.Record("2", field => field == "surname" ? "prado" : null);
        var matcher = new RecordMatcher(MatchSchema.Person);

        Assert.Equal(matcher.Score(without, without), matcher.Score(with, without), 6);
    }

    private static double Score((string Given, string Surname) left, (string Given, string Surname) right) =>
        new RecordMatcher(MatchSchema.Person).Score(Person("1", left.Given, left.Surname), Person("2", right.Given, right.Surname));

    private static MatchRecord Person(string id, string given, string surname) =>
        MatchSchema.Person.Record(id, field => field switch { "given" => given, "surname" => surname, _ => null });
}
