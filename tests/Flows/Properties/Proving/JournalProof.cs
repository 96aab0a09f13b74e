using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Journal entries balance and stand for one thing each; what a lost dispute costs is in the books, what a won one cost is not.</summary>
internal static class JournalProof
{
    public static void Find(Ledger ledger, bool everythingCured, Findings findings)
    {
        var journals = ledger.Of("sage-100", "journals");
        findings.Once(journals.Select(journal => journal.Text("UDF_EXTERNAL_ID")), "journal entries");
        foreach (var journal in journals)
            findings.Expect(Sum(journal, "DebitAmount") == Sum(journal, "CreditAmount"), $"an entry does not balance: {journal}");
        if (!everythingCured) return;
        var entered = journals.Select(journal => journal.Text("UDF_EXTERNAL_ID")).ToHashSet();
        foreach (var dispute in ledger.Of("stripe", "disputes"))
        {
            var loss = $"stripe:{dispute.Text("id")}:loss";
            var costs = entered.Contains(loss) && !entered.Contains(loss + "-back");
            findings.Expect(
                costs == (dispute.Text("status") == "lost"),
                $"{dispute.Text("id")} is {dispute.Text("status")}, and its loss is {(costs ? "" : "not ")}in the books");
        }
    }

    private static decimal Sum(JsonElement journal, string column) =>
        journal.GetProperty("Lines").EnumerateArray().Sum(line => line.Number(column));
}
