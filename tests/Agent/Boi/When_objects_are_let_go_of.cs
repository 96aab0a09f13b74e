namespace Isthmus.Agent.Tests.Boi;

public sealed class When_objects_are_let_go_of : BoiTest
{
    private static readonly string[] OfASession = ["script", "session"];

    [Fact]
    public async Task Between_calls_only_the_session_itself_is_held()
    {
        await ResultAsync("write", Order("0000001"), Order("0000002"));
        await ResultAsync("read", new { @ref = "1", @object = "SO_SalesOrder", key = new { SalesOrderNo = "0000001" } });

        Assert.Equal(OfASession, Sage.Unreleased);
        Assert.False(Sage.ReleasedTwice);
    }

    [Fact]
    public async Task Lines_go_before_their_document_and_the_session_before_the_script()
    {
        await ResultAsync("write", Order("0000001"));
        Time.Advance(TimeSpan.FromHours(5));
        await ResultAsync("write", Order("0000002"));

        var order = Sage.Releases.ToList();
        Assert.True(order.IndexOf("oLines") < order.IndexOf("SO_SalesOrder_bus"), string.Join(", ", order));
        Assert.True(order.IndexOf("session") < order.IndexOf("script"), string.Join(", ", order));
    }

    [Fact]
    public async Task An_object_serves_for_the_next_record_only_when_the_last_was_stored()
    {
        await ResultAsync("write", Order("0000001"), Order("0000002"));
        Assert.Equal(1, MadeOrders());

        Sage.Refusals["SO_SalesOrder_bus.nWrite"] = "The record is in use by another user.";
        await ResultAsync("write", Order("0000003"), Order("0000004"));
        Assert.Equal(3, MadeOrders());
    }

    [Fact]
    public async Task A_session_of_some_hours_is_replaced()
    {
        await ResultAsync("write", Order("0000001"));
        Time.Advance(TimeSpan.FromHours(4));
        await ResultAsync("write", Order("0000002"));
        await ResultAsync("write", Order("0000003"));

        Assert.Equal(2, Sage.Calls.Count(call => call.StartsWith("nSetUser", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_that_Windows_keeps_is_told_of_and_keeps_no_other()
    {
        Sage.Stuck["oLines"] = true;
        Assert.Equal("written", Outcome((await ResultAsync("write", Order("0000001")))[0]));

        Assert.Equal(["oLines", .. OfASession], Sage.Unreleased.Order());
        Assert.Contains("Windows did not let go of SO_SalesOrder_bus.oLines. (0x800401FD) The rest of the session is let go of.", Log.Said);
    }

    private int MadeOrders() => Sage.Calls.Count(call => call == "NewObject SO_SalesOrder_bus");
}
