using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Isthmus.Core.Audit;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Core.Tables;

namespace Isthmus.Bench.Retention;

/// <summary>
/// One order as the flow leaves it in the tables: the rows, keys and sizes were taken from a real order that went from Stripe to
/// Sage.
/// </summary>
internal sealed class YearOrder(int number, DateTimeOffset at)
{
    private const int OrdersACustomer = 4;
    private static readonly byte[] Filler = new byte[8192];
    private static readonly (string Type, int Bytes)[] Events =
    [
        ("payment_intent.created", 1640), ("charge.succeeded", 2900), ("payment_intent.succeeded", 1660),
        ("checkout.session.completed", 3180), ("salesorder", 3700),
    ];
    private static readonly string[] CashSteps =
    [
        "read the order", "resolve the contact", "create the sales order", "create the invoice", "record the payment",
        "write back to Stripe", "hand on to Sage 100",
    ];
    private static readonly string[] SageSteps = ["read the sales order", "resolve the customer in Sage", "create the order in Sage"];

    public DateTimeOffset At { get; } = at;

    public string Intent { get; } = "pi_3" + Mix(number)[..24];

    public string SalesOrder { get; } = (460_000_000_000_000_000 + (number * 32L)).ToString(CultureInfo.InvariantCulture);

    public string Number { get; } = "STR-" + Mix(number)[..12].ToUpperInvariant();

    private string Contact { get; } = (450_000_000_000_000_000 + (number / OrdersACustomer)).ToString(CultureInfo.InvariantCulture);

    public string CashRun => "o2c-" + Intent;

    public string SageRun => "so2sage-" + SalesOrder;

    /// <summary>One in a thousand waits for a person and is never approved.</summary>
    public bool Held => number % 1000 == 7;

    private RunState State => Held ? RunState.Held : RunState.Done;

    public IEnumerable<(TableClient Table, TableEntity Row)> Rows(IsthmusTables tables) =>
        Inbox().Select(row => (tables.Inbox, row))
            .Concat(Payloads().Select(row => (tables.Payloads, row)))
            .Concat(References().Select(row => (tables.CrossReferences, row)))
            .Concat(Runs().Select(row => (tables.Runs, row)))
            .Concat(Places().Select(row => (tables.RunIndex, row)));

    public IEnumerable<AuditEntry> Audit()
    {
        foreach (var (run, action, subject, fields) in new[]
        {
            (CashRun, "write salesorder", "zoho-inventory.salesorder/" + SalesOrder, 16),
            (CashRun, "write invoice", "zoho-inventory.invoice/" + SalesOrder, 17),
            (CashRun, "record payment", "zoho-inventory.payment/" + SalesOrder, 9), (CashRun, "write back", "stripe.payment_intent/" + Intent, 4),
            (SageRun, "write customer", "sage-100.customer/Z" + Contact, 8), (SageRun, "write sales order", "sage-100.salesorder/" + number, 10),
        })
            yield return new AuditEntry(At, run, action, subject, "written", "order-to-zoho-salesorder@8f2c11d0")
            {
                Fields = string.Join(',', Enumerable.Repeat("line_items", fields)),
            };
    }

    private IEnumerable<TableEntity> Inbox()
    {
        foreach (var (type, bytes) in Events)
        {
            var connection = type == "salesorder" ? "zoho-inventory" : "stripe";
            var id = $"evt_{type}_{Intent}";
            yield return new TableEntity(connection, id)
            {
                ["EventId"] = id, ["Type"] = type, ["Content"] = Filler.AsSpan(0, bytes).ToArray(), ["Source"] = "webhook",
                ["ReceivedAt"] = At, ["State"] = "Routed", ["Outcome"] = CashRun,
            };
            yield return new TableEntity(connection, $"!time|{At.UtcTicks:D19}|{id}") { ["EventId"] = id };
        }
    }

    private IEnumerable<TableEntity> Payloads()
    {
        foreach (var (kind, bytes) in new[] { ("order", 800), ("payment", 350), ("lines", 44) })
        {
            var content = Filler.AsSpan(0, bytes).ToArray();
            Encoding.UTF8.GetBytes(kind + Intent).CopyTo(content, 0);
            var reference = PayloadReference.Of(content, At);
            yield return new TableEntity(PayloadReference.Partition(reference), reference) { ["Content"] = content };
        }
    }

    private IEnumerable<TableEntity> References()
    {
        var detail = PayloadReference.Of(Filler.AsSpan(0, 44), At);
        yield return Reference(Intent, "zoho-inventory.salesorder", CashRun, SalesOrder, detail);
        yield return Reference(Intent, "zoho-inventory.invoice", CashRun, SalesOrder, null);
        yield return Reference(Intent, "zoho-inventory.payment", CashRun, SalesOrder, null);
        yield return Reference(SalesOrder, "sage-100.salesorder", SageRun, number.ToString("D7", CultureInfo.InvariantCulture), null);
        if (number % OrdersACustomer != 0) yield break;
        yield return Reference($"email|{TableKey.Personal(Contact)}|GBP", "zoho-inventory.contact", CashRun, Contact, null);
        yield return Reference("contact|" + Contact, "sage-100.customer", SageRun, "Z" + Contact, null);
    }

    private TableEntity Reference(string key, string target, string owner, string id, string? detail) => new(key, target)
    {
        ["State"] = "done", ["Owner"] = owner, ["ClaimedAt"] = At, ["Id"] = id, ["Number"] = Number, ["Detail"] = detail, ["RecordedAt"] = At,
    };

    private IEnumerable<TableEntity> Runs() => [.. Ran(Cash(), CashSteps, null), .. Ran(Sage(), SageSteps, "Z" + Contact)];

    private IEnumerable<TableEntity> Ran(Run run, string[] steps, string? key)
    {
        yield return RunRows.Write(run, run.Id, RunStore.RunRow);
        foreach (var (place, step) in steps.Index())
        {
            var began = At.AddMilliseconds(place * 40);
            yield return new TableEntity(run.Id, $"step|{began.UtcTicks:D19}|{step}|0001")
            {
                ["Name"] = step, ["Attempt"] = 1, ["StartedAt"] = began, ["EndedAt"] = began.AddMilliseconds(35), ["Outcome"] = "done",
                ["Detail"] = $"{Number} is {SalesOrder}.", ["Mapping"] = "order-to-zoho-salesorder@8f2c11d0", ["Key"] = place == 1 ? key : null,
            };
        }
    }

    private IEnumerable<TableEntity> Places()
    {
        foreach (var run in new[] { Cash(), Sage() })
        {
            var place = $"{TableKey.NewestFirst(run.StartedAt)}|{run.Id}";
            yield return RunRows.Write(run, run.Flow, "all|" + place);
            yield return RunRows.Write(run, run.Flow, $"state|{run.State}|{place}");
        }
        foreach (var (key, run) in new[] { (Intent, CashRun), (Number, CashRun), (Number, SageRun), (SalesOrder, SageRun), ("Z" + Contact, SageRun) })
            yield return new TableEntity("key|" + key.ToUpperInvariant(), run) { ["Id"] = run };
    }

    private Run Cash() => new()
    {
        Id = CashRun, Flow = YearDay.Cash, Key = Intent, State = State, Number = Number, StartedAt = At, UpdatedAt = At,
        Outcome = $"Sales order {Number}, invoice {Number}, paid.",
    };

    private Run Sage() => new()
    {
        Id = SageRun, Flow = YearDay.Sage, Key = SalesOrder, State = State, Number = Number, StartedAt = At, UpdatedAt = At,
        Outcome = $"Sales order {number:D7} of customer Z{Contact} in Sage 100.",
    };

    private static string Mix(int number) => Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)));
}
