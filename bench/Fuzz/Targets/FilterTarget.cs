using Azure;
using Azure.Data.Tables;
using Isthmus.Embedded.Storage;

namespace Isthmus.Fuzz;

/// <summary>OData filters and continuation tokens of the local table store: an answer, or the service's 400 or 501.</summary>
internal sealed class FilterTarget : Target
{
    private static readonly string[] Words =
    [
        "PartitionKey", "RowKey", "Timestamp", "Amount", "Open", "eq", "ne", "gt", "ge", "lt", "le", "and", "or", "not", "(", ")",
        "'a'", "'it''s'", "1", "-5L", "2.5", "true", "null",
        "datetime'2026-11-21T09:00:00Z'", "guid'00000000-0000-0000-0000-000000000001'", "X'00ff'"
    ];

    private static readonly string[] Valid =
    [
        "PartitionKey eq 'a' and RowKey ge '1'", "not (Amount gt 5L) or Open eq true",
        "Timestamp lt datetime'2026-11-21T09:00:00Z'", "Id ne guid'00000000-0000-0000-0000-000000000001'",
        "Bytes eq X'00ff' and Ratio ge 2.5", "'b' gt PartitionKey",
    ];

    private readonly string home = Directory.CreateTempSubdirectory("isthmus-fuzz-").FullName;
    private EmbeddedStore store = null!;
    private TableClient table = null!;

    public override string Name => "odata-filter";

    public override int Share => 120;

    public override async Task OpenAsync()
    {
        store = EmbeddedStore.Open(home);
        table = new TableClient("IsthmusHome=" + home, "Fuzz");
        await table.CreateAsync();
        for (var i = 0; i < 30; i++)
        {
            var row = new TableEntity(i % 2 == 0 ? "a" : "b", $"{i}");
            (row["Amount"], row["Open"], row["Ratio"]) = ((long)i, i % 3 == 0, i / 7.0);
            await table.AddEntityAsync(row);
        }
    }

    public override Input Make(Dice dice) => dice.Below(10) switch
    {
        0 => new Input(dice.One(Valid), Valid: true),
        1 => new Input(Deep(dice)),
        2 or 3 or 4 => new Input(string.Join(' ', Enumerable.Range(0, 1 + dice.Below(20)).Select(_ => dice.One(Words)))),
        5 => new Input(Valid[0], ByteMutations.Of(Convert.ToBase64String("[\"a\",\"3\"]"u8), dice)),
        6 => new Input($"Timestamp ge datetime'{OddTexts.Any(dice)}'"),
        _ => new Input(ByteMutations.Of(dice.One(Valid), dice)),
    };

    public override ValueTask<string?> TryAsync(Input input)
    {
        try
        {
            var pages = table.Query<TableEntity>(input.Text, maxPerPage: 10).AsPages(input.Head.Length > 0 ? input.Head : null);
            foreach (var page in pages.Take(2)) _ = page.Values.Count;
            return new((string?)null);
        }
        catch (RequestFailedException refused) when (!input.Valid && refused.Status is 400 or 501 or 404)
        {
            return new((string?)null);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }

    private static string Deep(Dice dice)
    {
        var depth = dice.Below(dice.OnceIn(4) ? 60_000 : 300);
        return dice.OnceIn(2)
            ? new string('(', depth) + "Amount eq 1" + new string(')', depth)
            : string.Concat(Enumerable.Repeat("not ", depth)) + "Amount eq 1";
    }
}
