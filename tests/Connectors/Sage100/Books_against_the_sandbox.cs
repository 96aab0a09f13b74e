using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Sage100;

public sealed class Books_against_the_sandbox : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Order = new() { ["SalesOrderNo"] = "0000001" };
    private RunningSandbox sandbox = null!;
    private SageAgentClient sage = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync();
        await sandbox.ControlAsync("sage-100/items", new[] { new { itemCode = "GASKET-12", price = 4.25m, stock = 100 } });
        sage = Connected.To(sandbox.Address).GetRequiredService<SageAgentClient>();
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task A_journal_whose_answer_was_lost_is_written_once()
    {
        var number = await sage.NextNumberAsync("GL_Journal");
        await sandbox.FaultAsync("sage-100", "drop-after", "/write");
        var result = await JournalAsync(number, 100m);
        Assert.Equal((SageOutcome.Exists, "stripe:po_1"), (result.Outcome, result.Record!.Value.GetProperty("UDF_EXTERNAL_ID").GetString()));
        await sandbox.ControlAsync("sage-100/updates", new { });
        Assert.Equal(SageOutcome.Exists, (await JournalAsync(number, 100m)).Outcome);
        Assert.Single(await sage.QueryAsync("GL_Journal").ToListAsync());
    }

    [Fact]
    public async Task A_journal_that_does_not_balance_and_one_in_a_closed_period_say_so()
    {
        Assert.Equal((FailureClass.Validation, "out-of-balance"), await RefusalAsync(() => JournalAsync("000001", 99m)));
        await sandbox.ControlAsync("sage-100/period-end", new { through = "20261231" });
        Assert.Equal((FailureClass.Validation, "period-closed"), await RefusalAsync(() => JournalAsync("000001", 100m)));
    }

    [Fact]
    public async Task An_order_is_cancelled_once_and_asked_again_history_tells()
    {
        await OrderAsync();
        Assert.Equal(SageOutcome.Written, (await sage.DeleteAsync("SO_SalesOrder", Order, "CUST")).Outcome);
        Assert.Equal(SageOutcome.NotFound, (await sage.DeleteAsync("SO_SalesOrder", Order, "CUST")).Outcome);
        var history = (await sage.ReadAsync("SO_SalesOrderHistory", Order))!.Value;
        Assert.Equal(("X", "CUST"), (history.GetProperty("OrderStatus").GetString(), history.GetProperty("CancelReasonCode").GetString()));
    }

    [Fact]
    public async Task An_order_in_invoice_entry_is_a_conflict_for_a_person()
    {
        await OrderAsync();
        await sandbox.ControlAsync("sage-100/orders/1/ship", new { });
        Assert.Equal((FailureClass.Conflict, "in-invoice"), await RefusalAsync(() => sage.DeleteAsync("SO_SalesOrder", Order)));
    }

    [Fact]
    public async Task A_dictionary_tells_what_can_only_be_read()
    {
        Assert.False((await sage.DictionaryAsync("IM_ItemWarehouse")).Writable);
        var journal = await sage.DictionaryAsync("GL_Journal");
        Assert.True(journal.Writable && journal.Lines.ContainsKey("DebitAmount"));
        Assert.True((await sage.AboutAsync()).Serves("PO_PurchaseOrder"));
    }

    private Task<SageWriteResult> JournalAsync(string number, decimal credit) => sage.CreateAsync("GL_Journal",
        new Dictionary<string, string> { ["SourceJournal"] = "JE", ["JournalNo"] = number }, Body(new
        {
            values = new { PostingDate = "20261121", UDF_EXTERNAL_ID = "stripe:po_1" },
            lines = new object[]
            {
                new { Account = "1000-00", DebitAmount = 100m }, new { Account = "1010-00", CreditAmount = credit },
            },
        }));

    private async Task OrderAsync()
    {
        await sage.CreateAsync("AR_Customer", new Dictionary<string, string> { ["ARDivisionNo"] = "00", ["CustomerNo"] = "C1" },
            Body(new { values = new { CustomerName = "Harbor Pump Co" } }));
        await sage.CreateAsync("SO_SalesOrder", Order, Body(new
        {
            values = new { ARDivisionNo = "00", CustomerNo = "C1" }, lines = new[] { new { ItemCode = "GASKET-12", QuantityOrdered = 2 } },
        }));
    }

    private static byte[] Body(object body) => JsonSerializer.SerializeToUtf8Bytes(body);

    private static async Task<(FailureClass, string)> RefusalAsync(Func<Task> call)
    {
        var failure = await FailureOf(call);
        return (failure.Class, failure.Code);
    }
}
