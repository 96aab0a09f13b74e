using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using static Isthmus.Connectors.Tests.ZohoCrm.ScriptedCrm;

namespace Isthmus.Connectors.Tests.ZohoCrm;

public sealed class Line_items
{
    private static readonly JsonElement Stored = Read("""
        {"Invoiced_Items":[{"id":"91","Line":"1","Quantity":1},{"id":"92","Line":"2","Quantity":2},{"id":"93","Line":"1","Quantity":3}]}
        """);

    [Fact]
    public void That_are_known_keep_their_rows_and_the_others_are_added_or_removed() => Assert.Equal(
        """[{"id":"91","Line":"1","Quantity":5},{"Line":"3","Quantity":7},{"id":"93","_delete":null},{"id":"92","_delete":null}]""",
        Merge(Stored, """{"Line":"1","Quantity":5}""", """{"Line":"3","Quantity":7}"""));

    [Fact]
    public void Of_one_key_are_taken_in_their_order() => Assert.StartsWith(
        """[{"id":"91","Line":"1"},{"id":"93","Line":"1"},{"Line":"1"},""",
        Merge(Stored, """{"Line":"1"}""", """{"Line":"1"}""", """{"Line":"1"}"""), StringComparison.Ordinal);

    [Fact]
    public void Sent_again_as_they_are_stored_add_nothing()
    {
        var rows = Read(Merge(Stored, """{"Line":"1"}""", """{"Line":"2"}""", """{"Line":"1"}"""));
        Assert.Equal(["91", "92", "93"], rows.EnumerateArray().Select(row => row.GetProperty("id").GetString()));
    }

    [Fact]
    public void Of_a_new_record_are_all_new() => Assert.Equal("""[{"Line":"1"}]""", Merge(null, """{"Line":"1"}"""));

    [Fact]
    public void That_somebody_added_by_hand_are_removed() => Assert.Equal(
        """[{"id":"5","_delete":null}]""", Merge(Read("""{"Invoiced_Items":[{"id":"5","Line":null}]}""")));

    private static string Merge(JsonElement? stored, params string[] wanted) => CrmRows.Merge(
        stored, "Invoiced_Items", [.. wanted.Select(Read)],
        row => row.TryGetProperty("Line", out var line) ? line.GetString() : null).GetRawText();
}
