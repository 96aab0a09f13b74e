using static Isthmus.Flows.Tests.IntacctToCrm.IntacctDesk;

namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>
/// Random histories: records made, changed and deleted, contacts shared, looks in between, and trouble of every kind on the way. At rest
/// both sides agree, and there is one record a key.
/// </summary>
public sealed class When_Intacct_changes_at_random
{
    private static readonly object[] Troubles =
    [
        new { vendor = "sage-intacct", kind = "status", status = 503, count = 1 },
        new { vendor = "sage-intacct", kind = "status", status = 429, count = 1 },
        new { vendor = "sage-intacct", kind = "malformed-body", count = 1 },
        new { vendor = "sage-intacct", kind = "drop-after", count = 2 },
        new { vendor = "sage-intacct", kind = "token-expiry", match = "session", count = 1 },
        new { vendor = "sage-intacct", kind = "status", match = "query CUSTOMER", status = 200, code = "XL03000009", count = 1 },
        new { vendor = "zoho-crm", kind = "status", status = 500, count = 1 },
        new { vendor = "zoho-crm", kind = "drop-after", count = 1 },
        new { vendor = "zoho-crm", kind = "token-expiry", count = 1 },
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Both_sides_agree_at_rest(int seed)
    {
        await using var desk = await StartAsync(("Isthmus:MasterData:FindDuplicates", "false"), ("Isthmus:MasterData:PageSize", "7"));
        var books = new RandomBooks(desk, new Random(seed));
        for (var turn = 0; turn < 20; turn++)
        {
            await books.ChangeAsync();
            if (books.Chance(3)) await desk.World.FaultAsync(Troubles[books.Next(Troubles.Length)]);
            if (books.Chance(2)) await LookAsync(desk, full: false);
        }
        await desk.World.HealAsync();
        await RestAsync(desk);
        await books.ProveAsync();
    }

    private static async Task LookAsync(IntacctDesk desk, bool full)
    {
        foreach (var flow in new[] { "intacct-customers", "intacct-contacts", "intacct-vendors" })
        {
            try { await desk.LookAsync(flow, full); }
            catch (InvalidOperationException) { }
        }
    }

    /// <summary>Waits until a look at everything finds nothing to do.</summary>
    private static Task<bool> RestAsync(IntacctDesk desk) => Support.Patience.UntilAsync<bool>(async () =>
    {
        await LookAsync(desk, full: true);
        try
        {
            foreach (var flow in new[] { "intacct-customers", "intacct-contacts", "intacct-vendors" })
                if ((await desk.LookAsync(flow, full: true)).Split(' ') is not [_, "0", _, _, "0"]) return null;
            return true;
        }
        catch (InvalidOperationException)
        {
            await desk.World.PassTimeAsync(TimeSpan.FromMinutes(1));
            return null;
        }
    });
}
