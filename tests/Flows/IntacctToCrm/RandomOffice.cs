using static Isthmus.Flows.Tests.IntacctToCrm.IntacctDesk;

namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>Random work of people in the CRM on what came from Intacct, and of those who run the CRM's organisation.</summary>
internal sealed class RandomOffice(IntacctDesk desk, Random random)
{
    private static readonly (string Module, string Field)[] Fields =
    [
        ("Accounts", "Account_Name"), ("Accounts", "Billing_City"), ("Accounts", "Intacct_Terms"), ("Accounts", "Shipping_Street"),
        ("Contacts", "Last_Name"), ("Contacts", "Mailing_City"), ("Contacts", "Intacct_Roles"),
        ("Vendors", "City"), ("Vendors", "Description"),
    ];

    public Task WorkAsync() => random.Next(8) switch
    {
        0 or 1 or 2 => ChangeAsync(),
        3 => DeleteAsync(),
        4 => desk.World.PostAsync("/_sandbox/zoho-crm/datacenter", new { location = random.Next(2) == 0 ? "ca" : "us" }),
        5 or 6 => desk.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = random.Next(2) == 0 ? "standard" : "enterprise" }),
        _ => desk.World.PostAsync("/_sandbox/zoho-crm/tokens/expire", new { }),
    };

    private async Task ChangeAsync()
    {
        var (module, field) = Fields[random.Next(Fields.Length)];
        if (await AnyAsync(module) is not { } id) return;
        var body = new[] { new Dictionary<string, object?> { ["id"] = id, [field] = $"By hand {random.Next(10)}" } };
        await desk.World.PostAsync($"/_sandbox/zoho-crm/records/{module}", body);
    }

    private async Task DeleteAsync()
    {
        var module = Fields[random.Next(Fields.Length)].Module;
        if (await AnyAsync(module) is { } id)
            await desk.World.PostAsync($"/_sandbox/zoho-crm/records/{module}/delete", new { ids = new[] { id } });
    }

    private async Task<string?> AnyAsync(string module) =>
        await desk.InCrmAsync(module) is { Count: > 0 } records ? Text(records[random.Next(records.Count)], "id") : null;
}
