using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Sage300ToCrm;

/// <summary>A vendor with a contact, and an invoice with its customer and item: looked at until they are through.</summary>
internal sealed class BooksOfOneDay : Scenario
{
    private static readonly string[] Flows = ["vendors", "vendor-contacts", "customers", "items", "invoices"];

    public override (string, string)[] Settings =>
    [
        .. Sage300World.WithCrm, ("Isthmus:Connections:zoho-crm:Limits:Retries", "0"), ("Isthmus:Connections:sage-300:Limits:Retries", "0"),
    ];

    public override Task PrepareAsync(World world) => Sage300World.FurnishAsync(world);

    public override async Task BeginAsync(World world)
    {
        var books = new Books(world);
        await books.VendorAsync("HARB01", "Harbor Pump Co", "Ann Lee");
        await books.InvoiceAsync();
        await LookAsync(world, CancellationToken.None);
    }

    public override Task NudgeAsync(World world, CancellationToken cancellation) => LookAsync(world, cancellation);

    public override Task EndedAsync(World world, CancellationToken cancellation) => Patience.UntilAsync<bool>(async () =>
    {
        cancellation.ThrowIfCancellationRequested();
        var crm = (await world.LedgerAsync()).Root.GetProperty("zoho-crm");
        return crm.GetProperty("Contacts").GetArrayLength() > 0 && crm.GetProperty("Invoices").GetArrayLength() > 0 ? true : null;
    });

    public override async Task ProveAsync(World world)
    {
        var books = new Books(world);
        // The look that was under way at the restart ends first.
        await Patience.UntilAsync<bool>(async () => await QuietAsync(books) ? true : null);
        Assert.Equal(
            ["sage-300:SAMLTD:AP-HARB01", "sage-300:SAMLTD:AR-HARB01"],
            (await books.InCrmAsync("Accounts")).Select(account => Books.Text(account, "Isthmus_Key")).Order());
        Assert.Single(await books.InCrmAsync("Contacts"));
        var invoice = Assert.Single(await books.InCrmAsync("Invoices"));
        Assert.Equal(3, invoice.GetProperty("Invoiced_Items").GetArrayLength());
        Assert.Equal(70.5m, invoice.GetProperty("Grand_Total").GetDecimal());
    }

    private static async Task<bool> QuietAsync(Books books)
    {
        try
        {
            foreach (var flow in Flows)
                if (await books.LookAsync(flow, full: true) is var counts && counts.Split(' ') is not [_, "0", _, _, "0"]) return false;
            return true;
        }
        catch (InvalidOperationException) { return false; }
    }

    private static async Task LookAsync(World world, CancellationToken cancellation)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var flow in Flows)
        {
            try { await world.App.PostAsync($"/api/master-data/sage-300-{flow}/look", null, cancellation); }
            catch (HttpRequestException) { }
        }
    }
}
