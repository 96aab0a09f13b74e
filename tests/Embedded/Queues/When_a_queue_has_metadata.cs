using Azure;

namespace Isthmus.Embedded.Tests.Queues;

public sealed class When_a_queue_has_metadata : QueueSuite
{
    private static Dictionary<string, string> One(string name, string value) => new() { [name] = value };

    [Fact]
    public async Task They_can_be_set_and_read_in_any_case()
    {
        await Queue.SetMetadataAsync(One("Owner", "finance"));
        Assert.Equal("finance", (await Queue.GetPropertiesAsync()).Value.Metadata["owner"]);
    }

    [Fact]
    public async Task New_ones_take_the_place_of_all_the_old_ones()
    {
        await Queue.SetMetadataAsync(One("owner", "finance"));
        await Queue.SetMetadataAsync(One("class", "a,b"));
        Assert.Equal("class", Assert.Single((await Queue.GetPropertiesAsync()).Value.Metadata).Key);
        await Queue.SetMetadataAsync(null!);
        Assert.Empty((await Queue.GetPropertiesAsync()).Value.Metadata);
    }

    [Fact]
    public async Task Creating_it_again_compares_their_names_without_case()
    {
        await Queue.DeleteAsync();
        Assert.Equal(201, (await Queue.CreateAsync(One("Owner", "finance"))).Status);
        Assert.Equal(204, (await Queue.CreateAsync(One("owner", "finance"))).Status);
        await RefusedAsync(409, "QueueAlreadyExists", () => Queue.CreateAsync(One("owner", "IT")));
    }

    [Theory]
    [InlineData("a b", "v")]
    [InlineData("ü", "v")]
    [InlineData("a", " v ")]
    [InlineData("a", "one\ntwo")]
    public Task What_no_header_carries_is_refused(string name, string value) =>
        Assert.ThrowsAsync<RequestFailedException>(() => Queue.SetMetadataAsync(One(name, value)));

    [Fact]
    public Task Names_that_differ_in_case_only_are_refused() => Assert.ThrowsAsync<RequestFailedException>(
        () => Queue.SetMetadataAsync(new Dictionary<string, string> { ["a"] = "1", ["A"] = "2" }));
}
