using System.Text.Json;
using Isthmus.Flows.Tests.Support;
using static Isthmus.Flows.Tests.Sage300ToCrm.Books;

namespace Isthmus.Flows.Tests.Sage300ToCrm;

public sealed class When_books_change_at_random
{
    private const string Company = "sage-300:SAMLTD:";
    private static readonly string[] Flows = ["vendors", "vendor-contacts", "customers", "customer-contacts", "items", "invoices"];

    private readonly List<string> trail = [];
    private Books books = null!;
    private Random random = new(0);
    private int orders;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task At_rest_both_sides_agree_on_every_field_and_there_is_one_record_a_key(int usual)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ISTHMUS_SEED"), out var given) ? (given * 2) + usual : usual;
        random = new Random(seed);
        books = await OpenAsync(("Isthmus:Connections:sage-300:Limits:Retries", "1"), ("Isthmus:Connections:zoho-crm:Limits:Retries", "1"));
        await using var _ = books;
        await books.InvoiceAsync($"ZSO-{++orders}");
        for (var step = 0; step < 26; step++) await ActAsync();
        await RestAsync();
        var (sage, crm) = (await SideAsync("sage-300"), await SideAsync("zoho-crm"));
        Assert.Equal(Parties(sage, "APVendors", "Vendor", "AP-").Concat(Parties(sage, "ARCustomers", "Customer", "AR-")).Order(), Accounts(crm));
        Assert.Equal(Persons(sage, "APVendors", "Vendor", "AP-").Concat(Persons(sage, "ARCustomers", "Customer", "AR-")).Order(), Contacts(crm));
        Assert.Equal(Documents(sage).Order(), Invoices(crm));
    }

    private async Task ActAsync()
    {
        var number = $"P{random.Next(5)}";
        var act = random.Next(16);
        trail.Add($"{act} {number}");
        try
        {
            await (act switch
            {
                0 or 1 => books.VendorAsync(number, $"Vendor {random.Next(99)}", number is "P0" or "P3" ? ""
                    : $"Ann L{random.Next(9)}", $"City {random.Next(9)}"),
                2 or 3 => books.PostAsync("records/AR/ARCustomers", new[] { new { customerNumber = number, groupCode = "RTL",
                    customerName = $"Customer {random.Next(99)}", contactName = $"Bob M{random.Next(9)}", city = $"Town {random.Next(9)}",
                    creditLimitCustomerCurrency = random.Next(1000) + 0.125m } }),
                4 => books.InvoiceAsync($"ZSO-{++orders}"),
                5 => PayAsync(),
                6 => books.World.FaultAsync(new { vendor = random.Next(2) == 0 ? "sage-300" : "zoho-crm", kind = "status", status = 500, count = 2 }),
                7 => books.World.FaultAsync(new { vendor = "zoho-crm", kind = "drop-after", match = "upsert", count = 1 }),
                8 => books.World.PostAsync("/_sandbox/zoho-crm/tokens/expire", new { }),
                9 => books.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = random.Next(2) == 0 ? "standard" : "enterprise" }),
                10 => books.World.PostAsync("/_sandbox/zoho-crm/datacenter", new { location = random.Next(2) == 0 ? "ca" : "us" }),
                11 => books.World.FaultAsync(new { vendor = random.Next(2) == 0 ? "sage-300" : "zoho-crm", kind = "malformed-body", count = 1 }),
                12 => books.PostAsync("outage", new { seconds = 30, status = 503 }),
                13 => books.World.FaultAsync(new { vendor = "zoho-crm", kind = "record-lock", match = "upsert", count = 1 }),
                14 => books.World.PassTimeAsync(TimeSpan.FromMinutes(10)),
                _ => LookAsync(Flows[random.Next(Flows.Length)])
            });
        }
        catch (InvalidOperationException) { }
        if (act > 5) await LookAsync(Flows[random.Next(Flows.Length)]);
    }

    private async Task PayAsync()
    {
        var open = (await SideAsync("sage-300")).GetProperty("ARPostedDocuments").EnumerateArray()
            .Where(each => Text(each, "FullyPaid") == "No").ToList();
        if (open.Count == 0) return;
        var document = open[random.Next(open.Count)];
        var due = document.GetProperty("CustomerCurrencyAmountDue").GetDecimal();
        await books.PostAsync("receipts", new { customer = Text(document, "CustomerNumber"), document = Text(document, "DocumentNumber"),
            amount = random.Next(2) == 0 ? due : decimal.Round(due / 3, 2) });
    }

    private async Task LookAsync(string flow)
    {
        try { await books.LookAsync(flow); }
        catch (InvalidOperationException) { }
    }

    /// <summary>Nothing fails any more, and looks go on until nothing is left to do.</summary>
    private async Task RestAsync()
    {
        await books.World.HealAsync();
        await books.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "enterprise" });
        await books.World.PassTimeAsync(TimeSpan.FromHours(2));
        var last = "";
        await Patience.UntilAsync<bool>(async () =>
        {
            try
            {
                foreach (var flow in Flows)
                    if ((last = $"{flow} {await books.LookAsync(flow, full: true)}").Split(' ') is not [_, _, "0", _, _, "0"]) return null;
                return true;
            }
            catch (InvalidOperationException refused)
            {
                last = refused.Message;
                return null;
            }
        }, async () => $"{last} {string.Join("; ", trail)} {string.Join(' ', await books.LettersAsync())}");
    }

    private async Task<JsonElement> SideAsync(string vendor) => (await books.World.LedgerAsync()).Root.GetProperty(vendor);

    private static IEnumerable<string> Parties(JsonElement sage, string resource, string kind, string key) => sage.GetProperty(resource)
        .EnumerateArray().Select(row =>
            $"{Company}{key}{Text(row, kind + "Number", kind + "Name", "City", "Terms", "GroupCode", "CurrencyCode", "Status")}"
            + (kind == "Customer" ? "|" + Rounded(row, "CreditLimitCustomerCurrency") : ""));

    private static IEnumerable<string> Accounts(JsonElement crm) => crm.GetProperty("Accounts").EnumerateArray()
        .Select(row => Text(row, "Isthmus_Key", "Account_Name", "Billing_City", "S300_Terms", "S300_Group", "S300_Currency", "S300_Status")
            + (Text(row, "Account_Type") == "Customer" ? "|" + Rounded(row, "S300_Credit_Limit") : "")).Order();

    private static IEnumerable<string> Persons(JsonElement sage, string resource, string kind, string key) => sage.GetProperty(resource)
        .EnumerateArray().Where(row => Text(row, "ContactName").Length > 0)
        .Select(row => $"{Company}{key}{Text(row, kind + "Number")}|{Text(row, "ContactName").Replace(' ', '|')}");

    private static IEnumerable<string> Contacts(JsonElement crm) => crm.GetProperty("Contacts").EnumerateArray()
        .Select(row => Text(row, "Isthmus_Key", "First_Name", "Last_Name")).Order();

    private static IEnumerable<string> Documents(JsonElement sage) => sage.GetProperty("ARPostedDocuments").EnumerateArray().Select(row =>
        $"{Company}{Text(row, "CustomerNumber")}:{Text(row, "DocumentNumber")}|{Number(row, "CustomerCurrencyInvoiceAmount")}|"
        + $"{Number(row, "CustomerCurrencyInvoiceAmount")}|{Number(row, "CustomerCurrencyAmountDue")}|3");

    private static IEnumerable<string> Invoices(JsonElement crm) => crm.GetProperty("Invoices").EnumerateArray().Select(row =>
        $"{Text(row, "Isthmus_Key")}|{Number(row, "Grand_Total")}|{Number(row, "S300_Total")}|{Number(row, "S300_Due")}"
        + $"|{row.GetProperty("Invoiced_Items").GetArrayLength()}").Order();

    private static decimal Rounded(JsonElement row, string name) =>
        decimal.Round(row.GetProperty(name).GetDecimal(), 2, MidpointRounding.AwayFromZero);

    private static string Number(JsonElement row, string name) => row.GetProperty(name).GetDecimal()
        .ToString("0.00#", System.Globalization.CultureInfo.InvariantCulture);
}
