using System.Globalization;
using System.Text.Json;
using Isthmus.Cli.Clients;

namespace Isthmus.Cli.Samples;

/// <summary>A deal that a salesperson wins in the CRM: twelve gaskets, quoted and agreed to.</summary>
internal static class SampleDeal
{
    /// <summary>What is sold, as Sage 300 writes its number.</summary>
    public const string Item = "GASKET-12";

    private const string Buyer = "Columbia Dredging";

    public static async Task WinAsync(SandboxClient sandbox, DateTimeOffset now, CancellationToken cancel)
    {
        var crm = (await sandbox.LedgerAsync(cancel)).GetProperty("zoho-crm");
        Task<string> Enter(string module, object record) => EnterAsync(sandbox, module, record, cancel);
        var account = Find(crm, "Accounts", "Account_Name", Buyer)
            ?? await Enter("Accounts", new { Account_Name = Buyer, Phone = "503-555-0190", Billing_City = "Astoria" });
        var product = Find(crm, "Products", "Product_Code", Item)
            ?? await Enter("Products", new { Product_Name = "Gasket, 12 mm", Product_Code = Item, Unit_Price = 4.25m });
        var deal = await Enter("Deals", new
        {
            Deal_Name = "Gaskets for the dredger", Pipeline = "Standard (Standard)", Stage = "Negotiation/Review",
            Closing_Date = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Account_Name = new { id = account }, Amount = 51m,
        });
        await Enter("Quotes", new
        {
            Subject = "Gaskets", Quote_Stage = "Confirmed", Deal_Name = new { id = deal }, Account_Name = new { id = account },
            Quoted_Items = new[] { new { Product_Name = new { id = product }, Quantity = 12, List_Price = 4.25m } },
        });
        await Enter("Deals", new { id = deal, Stage = "Closed Won" });
    }

    private static async Task<string> EnterAsync(SandboxClient sandbox, string module, object record, CancellationToken cancel) =>
        (await sandbox.EnterAsync($"zoho-crm/records/{module}", cancel, record)).GetProperty("ids")[0].GetString()!;

    /// <summary>The id of a record that an earlier start has entered.</summary>
    private static string? Find(JsonElement crm, string module, string field, string value) => crm.GetProperty(module).EnumerateArray()
        .Where(record => record.TryGetProperty(field, out var held) && held.GetString() == value)
        .Select(record => record.GetProperty("id").GetString()).FirstOrDefault();
}
