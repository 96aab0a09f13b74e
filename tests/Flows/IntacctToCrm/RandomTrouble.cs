namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>What goes wrong between the two: on the wire, in the answers of either at every level, and with the right to ask.</summary>
internal sealed class RandomTrouble(IntacctDesk desk, Random random)
{
    private static readonly object[] Faults =
    [
        new { vendor = "sage-intacct", kind = "status", status = 503, count = 1 },
        new { vendor = "sage-intacct", kind = "status", status = 429, count = 1 },
        new { vendor = "sage-intacct", kind = "malformed-body", count = 1 },
        new { vendor = "sage-intacct", kind = "drop-before", count = 1 },
        new { vendor = "sage-intacct", kind = "drop-after", count = 2 },
        new { vendor = "sage-intacct", kind = "token-expiry", match = "session", count = 1 },
        OfLevel("control", "XL03000009"), OfLevel("query CUSTOMER", "XL03000009"), OfLevel("query CONTACT", "BL03000001"),
        OfLevel("query VENDOR", "Query Failed"), OfLevel("read CUSTOMER", "PL04000005"), OfLevel("query AUDITHISTORY", "PL04000005"),
        new { vendor = "zoho-crm", kind = "status", status = 500, count = 1 },
        new { vendor = "zoho-crm", kind = "drop-after", count = 1 },
        new { vendor = "zoho-crm", kind = "record-lock", count = 1 },
        new { vendor = "zoho-crm", kind = "malformed-body", count = 1 },
        new { vendor = "zoho-crm", kind = "token-expiry", count = 1 },
    ];

    private static readonly object[] Settings =
    [
        new { pod = "p03" }, new { pod = "p04" }, new { senderAuthorised = false }, new { passwordExpired = true },
        new { userPassword = "changed" }, new { denied = new[] { "CUSTOMER" } }, new { audit = false }, new { sessionMinutes = 1 },
    ];

    public Task StrikeAsync() => random.Next(4) == 0 ? desk.SetAsync(Settings[random.Next(Settings.Length)])
        : desk.World.FaultAsync(Faults[random.Next(Faults.Length)]);

    /// <summary>Somebody puts the company in order again.</summary>
    public Task MendAsync() => desk.SetAsync(new
    {
        senderAuthorised = true, passwordExpired = false, userPassword = "intacct-user-secret", denied = Array.Empty<string>(), audit = true,
    });

    public async Task EndAsync()
    {
        await MendAsync();
        await desk.World.HealAsync();
        await desk.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "enterprise" });
        await desk.World.PassTimeAsync(TimeSpan.FromHours(2));
    }

    private static object OfLevel(string match, string code) =>
        new { vendor = "sage-intacct", kind = "status", match, status = 200, code, count = 1 };
}
