using System.Text.Json;
using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Fuzz;

/// <summary>The connectors, answered by vendors that have lost their mind: a result or a classified failure.</summary>
internal sealed class ConnectorTarget : Target
{
    private const int MostRows = 200;
    private static readonly ReadOnlyMemory<byte> Body = "{\"values\":{\"ItemCode\":\"A\"}}"u8.ToArray();
    private static readonly Dictionary<string, string> Key = new() { ["SalesOrderNo"] = "0000001" };
    private readonly Dictionary<string, Func<Task>> calls = [];
    private FlowParts parts = null!;

    public override string Name => "connectors";

    public override int Share => 200;

    public override async Task OpenAsync()
    {
        parts = await FlowParts.OpenAsync();
        Stripe(parts.Services.GetRequiredService<StripeClient>());
        Zoho(parts.Services.GetRequiredService<ZohoInventoryClient>());
        Sage(parts.Services.GetRequiredService<SageAgentClient>());
        foreach (var check in parts.Services.GetServices<IConnectionCheck>()) calls["check " + check.Connection] = () => check.CheckAsync();
    }

    public override Input Make(Dice dice) => new($"{dice.Below(int.MaxValue)}", dice.One(calls.Keys.ToList()), Valid: dice.OnceIn(20));

    public override async ValueTask<string?> TryAsync(Input input)
    {
        SpoiledAnswers.Spoil(input.Valid ? null : new Dice(ulong.Parse(input.Text, System.Globalization.CultureInfo.InvariantCulture)));
        try
        {
            await calls[input.Head]();
            return null;
        }
        catch (FailureException failed)
        {
            var failure = failed.Failure;
            return failure.Cure.Length == 0 || failure.Message.Length == 0 ? $"A failure without words: {failure}" : null;
        }
    }

    public override ValueTask DisposeAsync() => parts.DisposeAsync();

    private void Stripe(StripeClient stripe)
    {
        calls["read order"] = () => stripe.ReadOrderAsync(SpoiledAnswers.Intent, CancellationToken.None);
        calls["write metadata"] = () => stripe.WriteMetadataAsync("pi_12345678901234567890", new Dictionary<string, string> { ["a"] = "b" }, "key");
        calls["list events"] = () => DrainAsync(stripe.ListEventsAsync(DateTimeOffset.UnixEpoch.AddYears(56), [], CancellationToken.None));
    }

    private void Zoho(ZohoInventoryClient zoho)
    {
        calls["list items"] = () => DrainAsync(zoho.ListItemsAsync());
        calls["find contacts"] = () => zoho.FindContactsByEmailAsync("ana@example.net");
        calls["create contact"] = () => zoho.CreateContactAsync(Body);
        calls["find sales order"] = () => zoho.FindSalesOrderAsync("STR-1", CancellationToken.None);
        calls["read sales order"] = () => zoho.GetSalesOrderAsync("460000000000034001", CancellationToken.None);
        calls["create sales order"] = () => zoho.CreateSalesOrderAsync(Body, CancellationToken.None);
        calls["confirm"] = () => zoho.ConfirmSalesOrderAsync("460000000000034001", CancellationToken.None);
        calls["list sales orders"] = () => DrainAsync(zoho.ListSalesOrdersAsync(DateTimeOffset.UnixEpoch, CancellationToken.None));
        calls["create invoice"] = () => zoho.CreateInvoiceAsync("460000000000034001", Body);
        calls["find invoice"] = () => zoho.FindInvoiceAsync("STR-1");
        calls["send invoice"] = () => zoho.MarkInvoiceSentAsync("460000000000034001");
        calls["find payment"] = () => zoho.FindPaymentAsync("ch_1", 95.10m);
        calls["create payment"] = () => zoho.CreatePaymentAsync(Body);
        calls["list currencies"] = () => zoho.ListCurrenciesAsync(CancellationToken.None);
        calls["list taxes"] = () => zoho.ListTaxesAsync(CancellationToken.None);
    }

    private void Sage(SageAgentClient sage)
    {
        calls["about"] = () => sage.AboutAsync();
        calls["dictionary"] = () => sage.DictionaryAsync("SO_SalesOrder");
        calls["read order in Sage"] = () => sage.ReadAsync("SO_SalesOrder", Key);
        calls["query items"] = () => DrainAsync(sage.QueryAsync("CI_Item", ["ItemCode"]));
        calls["query customers"] = () => DrainAsync(sage.QueryAsync("AR_Customer", updatedSince: DateTimeOffset.UnixEpoch.AddYears(56)));
        calls["number"] = () => sage.NextNumberAsync("SO_SalesOrder");
        calls["create"] = () => sage.CreateAsync("SO_SalesOrder", Key, Body);
        calls["update"] = () => sage.UpdateAsync("SO_SalesOrder", Key, Body);
    }

    private static async Task DrainAsync(IAsyncEnumerable<JsonElement> rows)
    {
        var read = 0;
        await foreach (var _ in rows) if (++read == MostRows) return;
    }
}
