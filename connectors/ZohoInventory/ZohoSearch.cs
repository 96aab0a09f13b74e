using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>
/// Searches with a filter that Zoho may ignore without a word: every row is compared with what was asked for, and a list that
/// goes on with other rows is not taken for "not there".
/// </summary>
internal static class ZohoSearch
{
    private const int MostRows = 1_000;

    public static async Task<IReadOnlyList<JsonElement>> MatchesAsync(
        IAsyncEnumerable<JsonElement> rows, string operation, Func<JsonElement, bool> matches, CancellationToken cancellation)
    {
        var found = new List<JsonElement>();
        var others = 0;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (matches(row)) found.Add(row);
            else if (++others >= MostRows) throw new FailureException(Ignored(operation));
        }
        return found;
    }

    public static bool Same(this JsonElement row, string name, string wanted) =>
        string.Equals(row.Text(name)?.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase);

    private static Failure Ignored(string operation) =>
        new(FailureClass.Permanent, ZohoInventoryOptions.Id, operation, "filter-ignored",
        "Zoho ignored the filter and listed other records, so that nothing can be said about the one looked for.",
        "Look for the record by hand before repeating; report it, so that the search can be made in another way.");
}
