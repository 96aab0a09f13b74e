using System.Runtime.CompilerServices;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Stripe;

/// <summary>Walks Stripe's lists page by page: newest first, behind the last id seen, until has_more is false.</summary>
internal static class StripeList
{
    private const string PageSize = "100";

    public static async IAsyncEnumerable<JsonElement> ReadAsync(
        StripeTransport transport, string operation, string path, IReadOnlyList<(string Name, string? Value)> filters,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        do
        {
            var page = await transport.GetAsync(
                operation, Query.Path(path, [.. filters, ("limit", PageSize), ("starting_after", after)]), cancellation);
            var previous = after;
            foreach (var row in page.Items("data"))
            {
                after = row.Text("id");
                yield return row;
            }
            if (!page.Flag("has_more")) yield break;
            if (after == previous) throw new FailureException(Stuck(operation));
        }
        while (true);
    }

    private static Failure Stuck(string operation) => new(FailureClass.Transient, StripeOptions.Id, operation, "empty-page",
        "A page says that more rows follow, but has none to continue from.", "It is tried again later.");
}
