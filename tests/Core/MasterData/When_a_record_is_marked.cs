using System.Text.Json;
using Isthmus.Core.MasterData;

namespace Isthmus.Core.Tests.MasterData;

public sealed class When_a_record_is_marked
{
    [Theory]
    [InlineData("""{"Amount":12.50}""", """{"Amount":12.5}""")]
    [InlineData("""{"At":"2026-03-29T03:30:00+02:00"}""", """{"At":"2026-03-29T01:30:00+00:00"}""")]
    [InlineData("""{"Account_Name":{"id":"7"}}""", """{"Account_Name":{"name":"Harbor","id":"7"}}""")]
    [InlineData("""{"Tags":["b","a"]}""", """{"Tags":["a","b"]}""")]
    public void Two_ways_to_write_one_value_are_alike(string one, string other) => Assert.Equal(Mark(one), Mark(other));

    [Theory]
    [InlineData("""{"Name":"ab","City":""}""", """{"Name":"a","City":"b"}""")]
    [InlineData("""{"Code":"007"}""", """{"Code":"7"}""")]
    [InlineData("""{"Lines":[{"Quantity":1}]}""", """{"Lines":[{"Quantity":2}]}""")]
    [InlineData("""{"On":"2026-03-29"}""", """{"On":"2026-03-30"}""")]
    public void Two_values_are_not(string one, string other) => Assert.NotEqual(Mark(one), Mark(other));

    [Fact]
    public void The_fields_that_changed_are_named_those_that_are_gone_among_them()
    {
        var before = Fields("K", """{"Name":"Harbor","City":"Leeds","Phone":"1"}""");
        var now = Fields("K", """{"Name":"Harbor","City":"York","Fax":"2"}""");
        Assert.Equal(["City", "Fax", "Phone"], now.ChangedSince(before));
        Assert.Equal(["Phone"], now.Missing(before));
    }

    [Fact]
    public void Marks_are_the_same_after_they_were_kept()
    {
        var marks = Fields("K", """{"Name":"Harbor","Lines":[{"id":"1"}]}""");
        var read = FieldMarks.Parse(marks.ToString())!;
        Assert.Empty(marks.ChangedSince(read));
        Assert.Equal(["Name"], read.Listed);
        Assert.True(read.Fits("K", "Name", JsonElement.Parse("\"Harbor\"")));
        Assert.False(read.Fits("K", "Name", JsonElement.Parse("null")));
    }

    [Fact]
    public void Equal_values_of_two_records_cannot_be_told() =>
        Assert.NotEqual(Fields("K1", """{"Name":"Harbor"}""").ToString(), Fields("K2", """{"Name":"Harbor"}""").ToString());

    [Fact]
    public void No_value_is_kept() => Assert.DoesNotContain("Harbor", Fields("K", """{"Name":"Harbor"}""").ToString(), StringComparison.Ordinal);

    private static string Mark(string json) => ContentMark.Of(JsonElement.Parse(json));

    private static FieldMarks Fields(string key, string json) => FieldMarks.Of(key, JsonElement.Parse(json));
}
