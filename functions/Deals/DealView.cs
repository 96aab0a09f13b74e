using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Deals;
using Isthmus.Core.Failures;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals;

/// <summary>What deals show of their orders and invoices. No automation of the CRM is set off by that.</summary>
public sealed class DealView(ZohoCrmClient crm, Mapper mapper)
{
    private const string OfOrder = "sage-300-order-to-crm-deal";

    /// <summary>True where the deal shows the order as it should.</summary>
    public bool Shows(JsonElement deal, DealOrder order, StepNotes notes) =>
        !WantedChanges.Of(Map(OfOrder, Source(order), notes), deal).Any();

    /// <summary>Shows the number of an order that is about to be entered.</summary>
    public Task AnnounceAsync(string dealId, string number, string customer, StepNotes notes) =>
        WriteAsync(dealId, Map(OfOrder, new { number, customer, state = "announced" }, notes));

    /// <summary>Shows an order that is entered.</summary>
    /// <returns>False where the deal is gone.</returns>
    public Task<bool> ShowAsync(DealOrder order, StepNotes notes) => WriteAsync(order.DealId, Map(OfOrder, Source(order), notes));

    /// <summary>Shows something of the books by a mapping document.</summary>
    /// <returns>False where the deal is gone.</returns>
    public Task<bool> ShowAsync(string dealId, string document, object source, StepNotes notes) =>
        WriteAsync(dealId, Map(document, source, notes));

    private static object Source(DealOrder order) =>
        new { number = order.Number, customer = order.Customer, total = order.Total, state = "entered" };

    private JsonElement Map(string document, object source, StepNotes notes) =>
        JsonElement.Parse(mapper.Map(document, JsonSerializer.SerializeToElement(source), notes).Span);

    private async Task<bool> WriteAsync(string dealId, JsonElement fields)
    {
        var record = JsonObject.Create(fields)!;
        record.Insert(0, "id", dealId);
        var written = await crm.UpdateAsync("Deals", [JsonSerializer.SerializeToElement(record)], CrmTrigger.None,
            CancellationToken.None);
        if (written[0].Failure is not { } failure) return true;
        if (await crm.GetAsync("Deals", dealId, CancellationToken.None) is null) return false;
        throw new FailureException(failure);
    }
}
