using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals.Reading;

/// <summary>What a won deal is to become.</summary>
/// <param name="Order">The canonical order.</param>
/// <param name="Account">The deal's account as the CRM shows it.</param>
/// <param name="AmountFits">False where the deal's amount is not what its lines come to.</param>
public sealed record ReadOrder(SalesOrder Order, JsonElement Account, bool AmountFits);

/// <summary>Reads whom a deal was won with and what was sold, and makes an order of it.</summary>
public sealed class DealReading(
    ZohoCrmClient crm, HomeCurrency home, IEnumerable<IDealLines> places, Mapper mapper, Amounts amounts, DealRules rules)
{
    private const string Document = "crm-deal-to-order";

    /// <summary>The order that the deal is now.</summary>
    /// <exception cref="FailureException">The deal cannot be ordered as it is; the failure names the field.</exception>
    public async Task<ReadOrder> ReadAsync(JsonElement deal, StepNotes notes, CancellationToken cancellation)
    {
        var account = await AccountAsync(deal, cancellation);
        var currency = deal.FindText("Currency") is { Length: > 0 } given ? given.ToUpperInvariant()
            : await home.ReadAsync(cancellation);
        var goods = await places.First(place => place.Name == rules.Options.LinesFrom).ReadAsync(deal, cancellation);
        if (goods.Currency is { } priced && !priced.Equals(currency, StringComparison.OrdinalIgnoreCase))
            throw DealRefusals.PricedOtherwise(priced, currency);
        var source = JsonSerializer.SerializeToElement(Source(deal, account, currency, goods));
        var order = mapper.Read<SalesOrder>(Document, source, notes);
        return new ReadOrder(order, account, Fits(deal.FindNumber("Amount"), goods, order));
    }

    /// <summary>What tells whether the deal changes; the failure's code where it cannot be read as an order.</summary>
    public async Task<string> MarkAsync(JsonElement deal, StepNotes notes, CancellationToken cancellation)
    {
        try { return DealMark.Of((await ReadAsync(deal, notes, cancellation)).Order); }
        catch (FailureException misfit) when (misfit.Failure.Class is FailureClass.Validation or FailureClass.ReferenceMissing)
        {
            return misfit.Failure.Code;
        }
    }

    /// <summary>An order that a person edited, with the deal's account as it is now.</summary>
    public async Task<ReadOrder> ReadAsync(JsonElement deal, SalesOrder order, CancellationToken cancellation) =>
        new(order, await AccountAsync(deal, cancellation), AmountFits: true);

    private async Task<JsonElement> AccountAsync(JsonElement deal, CancellationToken cancellation) =>
        deal.Lookup("Account_Name") is { } id && await crm.GetAsync("Accounts", id, cancellation) is { } account
            ? account : throw DealRefusals.NoAccount();

    private JsonObject Source(JsonElement deal, JsonElement account, string currency, DealGoods goods) => new()
    {
        ["deal"] = JsonObject.Create(deal),
        ["account"] = JsonObject.Create(account),
        ["currency"] = currency,
        ["discount"] = goods.Discount,
        ["adjustment"] = goods.Adjustment,
        ["lines"] = new JsonArray([.. goods.Lines.Select(line =>
            (JsonNode)Line(line.Net(amount => amounts.Minor(amount, currency))))]),
    };

    private static JsonObject Line(DealLine line) => new()
    {
        ["id"] = line.Id,
        ["sku"] = line.Sku,
        ["text"] = line.Text,
        ["quantity"] = line.Quantity,
        ["price"] = line.Price,
        ["discount"] = line.Discount,
    };

    /// <summary>Salespeople enter amounts with tax or without.</summary>
    private bool Fits(decimal? amount, DealGoods goods, SalesOrder order) => amount is not { } said
        || amounts.Minor(said, order.Currency) == order.Total
        || (goods.WithTax is { } whole && amounts.Minor(said, order.Currency) == amounts.Minor(whole, order.Currency));
}
