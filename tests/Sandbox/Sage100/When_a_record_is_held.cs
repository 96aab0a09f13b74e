namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_a_record_is_held : Agent
{
    private static readonly object Key = new { ARDivisionNo = "01", CustomerNo = "ZC1" };

    private static System.Text.Json.Nodes.JsonNode KeyNode => System.Text.Json.JsonSerializer.SerializeToNode(Key)!;

    [Theory]
    [InlineData(0, "in use")]
    [InlineData(1, "being used")]
    [InlineData(2, "locked")]
    [InlineData(3, "busy")]
    public async Task A_write_is_locked_until_the_person_closes_the_record(int wording, string words)
    {
        await CustomerAsync("ZC1");
        await Sandbox.PostAsync("/_sandbox/sage-100/locks",
            new { @object = "AR_Customer", key = KeyNode, seconds = 60, wording });
        var held = await WriteAsync("AR_Customer", "update", Key, new { City = "Salem" });
        Assert.Equal("locked", Outcome(held));
        Assert.Contains(words, held["message"]!.GetValue<string>());
        await Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 61 });
        Assert.Equal("written", Outcome(await WriteAsync("AR_Customer", "update", Key, new { City = "Salem" })));
    }

    [Fact]
    public async Task A_record_lock_fault_holds_as_often_as_it_was_asked_to()
    {
        await Sandbox.PostAsync("/_sandbox/faults",
            new { vendor = "sage-100", kind = "record-lock", match = "AR_Customer", count = 2 });
        Assert.Equal("locked", Outcome(await CustomerAsync("ZC1")));
        Assert.Equal("locked", Outcome(await CustomerAsync("ZC1")));
        Assert.Equal("written", Outcome(await CustomerAsync("ZC1")));
    }

    [Fact]
    public async Task A_value_with_the_words_of_a_lock_is_still_a_refusal()
    {
        await CustomerAsync("ZC1");
        var result = await OrderAsync("1", null, new[] { new { ItemCode = "BUSY-LOCKED" } });
        Assert.Equal("refused", Outcome(result));
    }

    [Fact]
    public async Task A_broken_session_says_failed_though_the_record_was_stored()
    {
        await Sandbox.PostAsync("/_sandbox/faults",
            new { vendor = "sage-100", kind = "stored-error", match = "AR_Customer", count = 1 });
        Assert.Equal("failed", Outcome(await CustomerAsync("ZC1")));
        Assert.Equal("exists", Outcome(await CustomerAsync("ZC1")));
    }
}
