using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Polling;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;

namespace Isthmus.Functions.Polling;

/// <summary>Zoho's webhooks come at most once: takes changes that a sweep found through the inbox that webhooks use.</summary>
public sealed class FoundZohoChanges(WebhookIntake intake)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(2);

    /// <summary>The feed of a module.</summary>
    /// <param name="module">The module as its records' members name it: salesorder, creditnote, salesreturn.</param>
    /// <param name="list">Lists what changed since a moment.</param>
    /// <param name="rule">Tells changes of one second apart: Zoho's times are whole seconds.</param>
    public Feed Feed(
        string module, Func<DateTimeOffset?, CancellationToken, IAsyncEnumerable<JsonElement>> list, Func<JsonElement, string> rule) =>
        new(ZohoInventoryOptions.Id, module + "s", Overlap)
        {
            FirstLook = FirstLook,
            Read = list,
            TakeAsync = (page, cancellation) => TakeAsync(page, module, rule, cancellation),
        };

    private async Task<PollCounts> TakeAsync(
        IReadOnlyList<JsonElement> page, string module, Func<JsonElement, string> rule, CancellationToken cancellation)
    {
        var taken = 0;
        foreach (var row in page)
        {
            var change = new ZohoWebhook(
                module, row.NeedText(module + "_id", ZohoInventoryOptions.Id), row.FindText("last_modified_time") ?? "", rule(row), row);
            if (await ZohoEvents.TakeAsync(intake, change, "sweep", cancellation)) taken++;
        }
        return new PollCounts(page.Count, taken, page.Count - taken, 0);
    }
}
