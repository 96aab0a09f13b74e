using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Purchasing.Receipts;

/// <summary>One purchase order as both systems have it, with what was received of it.</summary>
/// <param name="Pair">Their keys.</param>
/// <param name="Sage">Sage's order.</param>
/// <param name="Zoho">Zoho's order.</param>
/// <param name="Lines">Zoho's line ids by Sage's line keys.</param>
/// <param name="Receipts">Sage's receipts, in entry and posted.</param>
/// <param name="RunId">The run that carries them.</param>
public sealed record PurchaseInBoth(
    PurchasePair Pair, JsonElement Sage, JsonElement Zoho, IReadOnlyDictionary<string, string> Lines, IReadOnlyList<JsonElement> Receipts,
    string RunId)
{
    private readonly List<FailureException> refused = [];

    /// <summary>Zoho's receives: their ids and numbers.</summary>
    public IReadOnlyList<(string Id, string Number)> Receives { get; } =
    [
        .. Zoho.NeedList("purchasereceives", ZohoInventoryOptions.Id).Select(receive => (
            receive.NeedText("receive_id", ZohoInventoryOptions.Id), receive.NeedText("receive_number", ZohoInventoryOptions.Id))),
    ];

    /// <summary>What was refused so far.</summary>
    public IReadOnlyList<FailureException> Refused => refused;

    /// <summary>Carries one receipt. Where it is refused, the others go on; the refusal is kept.</summary>
    /// <returns>1 when something was written.</returns>
    public async Task<int> EachAsync(Func<Task<bool>> carry)
    {
        try { return await carry() ? 1 : 0; }
        catch (FailureException failed) when (failed.Failure is { EffectUnknown: false, Outage: false, Class:
            FailureClass.Validation or FailureClass.ReferenceMissing or FailureClass.Conflict or FailureClass.Permanent })
        {
            refused.Add(failed);
            return 0;
        }
    }
}
