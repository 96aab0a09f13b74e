using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.Deals;
using Isthmus.Core.Failures;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals.Ordering;

/// <summary>
/// Orders in Sage 300 under numbers of our own, which are made of the deal's id: two tries meet at one number, and what an
/// earlier one left is found by it. Source: Sage300_WebAPI_EndpointReference, OEOrders.
/// </summary>
public sealed class BooksOrders(Sage300Client sage, DealStore store, DealRules rules, TimeProvider time)
{
    /// <summary>The code of Sage's refusal of a key that is there.</summary>
    public const string Duplicate = "RecordDuplicate";

    private const string Module = "OE";
    private const string Resource = "OEOrders";

    /// <summary>The number of a winning's order: at most 22 characters.</summary>
    public string NumberOf(string dealId, int winning) =>
        rules.Options.NumberPrefix + ShortId.Of(dealId) + (winning > 1
            ? string.Create(CultureInfo.InvariantCulture, $"-{winning}") : "");

    /// <summary>The deal and the winning that a number of ours stands for; null for somebody else's number.</summary>
    public string? KeyOf(string number)
    {
        var prefix = rules.Options.NumberPrefix;
        if (!number.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return null;
        var parts = number[prefix.Length..].Split('-');
        return ShortId.Read(parts[0]) is { } id ? DealStore.KeyOf(id, parts is [_, var winning] ? winning : "1") : null;
    }

    /// <summary>What marks a record of Sage as one of a record of the CRM.</summary>
    public static string ReferenceOf(string crmId) => "zoho:" + crmId;

    /// <summary>The whole order of a number; null when there is none.</summary>
    public async Task<JsonElement?> FindAsync(string number, CancellationToken cancellation)
    {
        var query = new Sage300Query(Module, Resource)
        {
            Select = ["OrderUniquifier", "OrderNumber", "OrderReference"], Filter = Sage300Filter.Is("OrderNumber", number),
        };
        await foreach (var row in sage.ListAsync(query, cancellation))
            if (await AgainAsync(row.NeedText("OrderUniquifier", Sage300Options.Id), cancellation) is { } order) return order;
        return null;
    }

    /// <summary>The whole order of a key that was read before; null when it is gone.</summary>
    public Task<JsonElement?> AgainAsync(string key, CancellationToken cancellation) =>
        sage.GetAsync(Module, Resource, Sage300Key.Of(long.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture)),
            cancellation);

    /// <summary>Enters an order, or adopts the one that an earlier try entered.</summary>
    /// <exception cref="FailureException">Sage refused, or the number belongs to something else (<c>key-taken</c>).</exception>
    public async Task<JsonElement> EnterAsync(string number, string dealId, ReadOnlyMemory<byte> body)
    {
        JsonElement order;
        try { order = await sage.PostAsync(Module, Resource, body, CancellationToken.None); }
        catch (FailureException taken) when (taken.Failure.Code == Duplicate)
        {
            order = await FindAsync(number, CancellationToken.None) ?? throw new FailureException(
                taken.Failure with { Class = FailureClass.Locked });
        }
        return Own(order, number, dealId);
    }

    /// <summary>The order, if it is the deal's.</summary>
    public static JsonElement Own(JsonElement order, string number, string dealId) =>
        string.Equals(order.FindText("OrderReference")?.Trim(), ReferenceOf(dealId), StringComparison.OrdinalIgnoreCase)
            ? order : throw DealRefusals.KeyTaken("order", number, ReferenceOf(dealId));

    /// <summary>What is kept of an order.</summary>
    public DealOrder Read(JsonElement order, string dealId, int winning, string mark) => new(
        dealId, winning, order.NeedText("OrderNumber", Sage300Options.Id), order.NeedText("OrderUniquifier", Sage300Options.Id),
        order.NeedText("CustomerNumber", Sage300Options.Id), mark, order.FindNumber("OrderTotal"), time.GetUtcNow());

    /// <summary>Keeps that the deal is ordered, and has its invoices looked for.</summary>
    public async Task<DealState> KeepAsync(DealState state, DealOrder order)
    {
        await store.FollowAsync(order);
        var ordered = state with { Stand = WinningStand.Ordered, Order = order };
        await store.SaveAsync(ordered);
        return ordered;
    }
}
