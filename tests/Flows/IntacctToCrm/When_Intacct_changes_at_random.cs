using Isthmus.Flows.Tests.Support;
using Xunit.Abstractions;
using static Isthmus.Flows.Tests.IntacctToCrm.IntacctDesk;

namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>
/// Random histories: records made, changed and deleted, contacts shared, people at work in the CRM, editions, data centres and pods that
/// change, looks and crashes in between, and trouble of every kind. ISTHMUS_HISTORIES=N plays more, ISTHMUS_SEED=N begins with that one.
/// </summary>
public sealed class When_Intacct_changes_at_random(ITestOutputHelper output)
{
    private const int Deeds = 30;
    private static readonly string[] Flows = ["intacct-customers", "intacct-contacts", "intacct-vendors"];

    private static readonly (string, string)[] Setup =
    [
        ("Isthmus:MasterData:FindDuplicates", "false"), ("Isthmus:MasterData:PageSize", "7"), ("Isthmus:MasterData:Deleted", "mark"),
        ("Isthmus:Connections:sage-intacct:Limits:BreakerCalls", "1000"), ("Isthmus:Connections:zoho-crm:Limits:BreakerCalls", "1000"),
    ];

    [Fact]
    public async Task At_rest_both_sides_agree_on_every_mapped_field_and_there_is_one_record_a_key()
    {
        var (count, first) = (Setting("ISTHMUS_HISTORIES", 2), Setting("ISTHMUS_SEED", 1));
        for (var seed = first; seed < first + count; seed++)
        {
            output.WriteLine($"ISTHMUS_SEED={seed} ISTHMUS_HISTORIES=1");
            await using var desk = await StartAsync(Setup);
            await desk.World.PostAsync("/_sandbox/zoho-crm/fields", new[] { "Accounts", "Contacts", "Vendors" }.Select(module =>
                new { module, api_name = "Isthmus_Inactive", data_type = "boolean" }));
            await PlayAsync(desk, new Random(seed));
            await new ShownBooks((await desk.World.LedgerAsync()).Root.GetProperty("sage-intacct")).ProveAsync(desk);
            Assert.Empty(await desk.LettersAsync());
            Assert.DoesNotContain("create", await desk.FunctionsAsync());
        }
    }

    private async Task PlayAsync(IntacctDesk desk, Random random)
    {
        var (books, office, trouble) = (new RandomBooks(desk, random), new RandomOffice(desk, random), new RandomTrouble(desk, random));
        await books.OpenAsync();
        for (var deed = 0; deed < Deeds; deed++)
        {
            try { await DoAsync(desk, random, books, office, trouble); }
            catch (InvalidOperationException refused) { output.WriteLine($"{deed}: {refused.Message}"); }
        }
        await trouble.EndAsync();
        await RestAsync(desk);
    }

    private static Task DoAsync(IntacctDesk desk, Random random, RandomBooks books, RandomOffice office, RandomTrouble trouble) =>
        random.Next(30) switch
        {
            < 12 => books.WorkAsync(),
            < 15 => office.WorkAsync(),
            < 19 => trouble.StrikeAsync(),
            < 21 => trouble.MendAsync(),
            21 => desk.World.PassTimeAsync(TimeSpan.FromMinutes(random.Next(1, 60))),
            22 => desk.World.CrashAndRestartAsync(),
            _ => desk.LookAsync(Flows[random.Next(Flows.Length)], full: random.Next(4) == 0),
        };

    /// <summary>Looks at everything until that finds nothing to do.</summary>
    private static Task<bool> RestAsync(IntacctDesk desk)
    {
        var last = "";
        return Patience.UntilAsync<bool>(async () =>
        {
            try
            {
                foreach (var flow in Flows)
                    if ((last = $"{flow} {await desk.LookAsync(flow, full: true)}").Split(' ') is not [_, _, "0", _, _, "0"]) return null;
                return true;
            }
            catch (InvalidOperationException refused)
            {
                last = refused.Message;
                await desk.World.PassTimeAsync(TimeSpan.FromMinutes(1));
                return null;
            }
        }, async () => $"{last} {string.Join(' ', await desk.LettersAsync())}");
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), out var asked) ? asked : usual;
}
