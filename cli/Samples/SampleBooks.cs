using System.Text.Json;
using Isthmus.Cli.Clients;

namespace Isthmus.Cli.Samples;

/// <summary>
/// A few companies in Sage 100, Sage 300 and Sage Intacct, and a deal that a salesperson wins in the CRM; then every flow between them
/// is asked to look, so that nobody waits for the clock.
/// </summary>
internal sealed class SampleBooks(AppClient app, SandboxClient sandbox, TimeProvider time)
{
    private const string Buyer = "Columbia Dredging";

    /// <summary>What each flow found, a line each.</summary>
    public IReadOnlyList<string> Looks { get; private set; } = [];

    public async Task PlayAsync(CancellationToken cancel)
    {
        await FillBooksAsync(cancel);
        await WinAsync(cancel);
        var flows = await app.GetAsync("/api/master-data", cancel);
        var looks = new List<string>();
        foreach (var flow in flows.EnumerateArray().Where(flow => flow.GetProperty("on").GetBoolean()))
            if (await LookAsync(flow.GetProperty("name").GetString()!, cancel) is { } look) looks.Add(look);
        Looks = looks;
        await app.SweepAsync("zoho-crm", cancel);
    }

    private async Task FillBooksAsync(CancellationToken cancel)
    {
        await PutAsync("sage-100/records/AR_Customer", cancel, new
        {
            ARDivisionNo = "01", CustomerNo = "HARB01", CustomerName = "Harbor Pump Co", AddressLine1 = "18 Quay St", City = "Portland",
            State = "OR", ZipCode = "97209", CountryCode = "USA", TelephoneNo = "(503) 555-0117", EmailAddress = "ap@harborpump.example",
            CustomerStatus = "A", CreditHold = "N", CreditLimit = 5000, TermsCode = "01",
        });
        await PutAsync("sage-100/records/AP_Vendor", cancel, new
        {
            APDivisionNo = "00", VendorNo = "GASKETS", VendorName = "Gasket Works", City = "Salem", State = "OR", ZipCode = "97301",
        });
        await PutAsync("sage-300/records/AP/APVendors", cancel, new
        {
            VendorNumber = "QUAYST", GroupCode = "INV", VendorName = "Quay Street Castings", AddressLine1 = "3 Quay St", City = "Astoria", StateProvince = "OR",
        });
        await PutAsync("sage-300/records/IC/ICItems", cancel, new { UnformattedItemNumber = "GASKET12", ItemNumber = "GASKET-12", Description = "Gasket, 12 mm" });
        await PutAsync("sage-intacct/objects/VENDOR", cancel, new { VENDORID = "V-100", NAME = "Lund & Sons" });
        await PutAsync("sage-intacct/objects/CUSTOMER", cancel, new { CUSTOMERID = "C-100", NAME = "Northwind Ferries" });
    }

    /// <summary>Twelve gaskets, quoted and agreed to.</summary>
    private async Task WinAsync(CancellationToken cancel)
    {
        var today = time.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var crm = (await sandbox.LedgerAsync(cancel)).GetProperty("zoho-crm");
        var account = Find(crm, "Accounts", "Account_Name", Buyer)
            ?? await EnterAsync("Accounts", new { Account_Name = Buyer, Phone = "503-555-0190", Billing_City = "Astoria" }, cancel);
        var product = Find(crm, "Products", "Product_Code", "GASKET-12")
            ?? await EnterAsync("Products", new { Product_Name = "Gasket, 12 mm", Product_Code = "GASKET-12", Unit_Price = 4.25m }, cancel);
        var deal = await EnterAsync("Deals", new
        {
            Deal_Name = "Gaskets for the dredger", Pipeline = "Standard (Standard)", Stage = "Negotiation/Review", Closing_Date = today,
            Account_Name = new { id = account }, Amount = 51m,
        }, cancel);
        await EnterAsync("Quotes", new
        {
            Subject = "Gaskets", Quote_Stage = "Confirmed", Deal_Name = new { id = deal }, Account_Name = new { id = account },
            Quoted_Items = new[] { new { Product_Name = new { id = product }, Quantity = 12, List_Price = 4.25m } },
        }, cancel);
        await EnterAsync("Deals", new { id = deal, Stage = "Closed Won" }, cancel);
    }

    private Task<JsonElement> PutAsync(string where, CancellationToken cancel, params object[] records) =>
        sandbox.PostAsync("/_sandbox/" + where, AsNamed(records), cancel);

    private async Task<string> EnterAsync(string module, object record, CancellationToken cancel) =>
        (await sandbox.PostAsync($"/_sandbox/zoho-crm/records/{module}", AsNamed(record), cancel)).GetProperty("ids")[0].GetString()!;

    /// <summary>The id of a record that an earlier start has entered.</summary>
    private static string? Find(JsonElement crm, string module, string field, string value) => crm.GetProperty(module).EnumerateArray()
        .FirstOrDefault(record => record.TryGetProperty(field, out var held) && held.GetString() == value) is { ValueKind: JsonValueKind.Object } found
            ? found.GetProperty("id").GetString() : null;

    /// <summary>The vendors' names are kept as they are written.</summary>
    private static JsonElement AsNamed(params object[] records) => JsonSerializer.SerializeToElement(records);

    /// <summary>What it found; null where that is nothing.</summary>
    private async Task<string?> LookAsync(string flow, CancellationToken cancel)
    {
        try
        {
            var counts = (await app.PostAsync($"/api/master-data/{flow}/look", cancel)).GetProperty("counts");
            long Of(string name) => counts.GetProperty(name).GetInt64();
            return Of("read") == 0 ? null : $"{flow}: {Of("read")} read: {Of("written")} written, {Of("unchanged")} unchanged, {Of("skipped")} skipped, {Of("failed")} failed";
        }
        catch (HttpRequestException unavailable) { return $"{flow}: {unavailable.Message}"; }
    }
}
