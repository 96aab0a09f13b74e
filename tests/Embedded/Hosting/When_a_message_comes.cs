using Azure.Storage.Queues;

namespace Isthmus.Embedded.Tests.Hosting;

public sealed class When_a_message_comes : IAsyncLifetime
{
    private readonly RunningApp app = new(typeof(QueueApp))
    {
        Settings = { ["TypedQueue"] = "typed", ["AzureFunctionsJobHost:extensions:queues:maxDequeueCount"] = "3" },
    };

    public Task InitializeAsync() => app.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task The_function_gets_its_text_and_properties()
    {
        await SendAsync("texts", "hello");
        Assert.Equal("hello 1 36 hello", await app.Log.NextAsync());
    }

    [Fact]
    public async Task Its_json_becomes_an_object_and_the_queue_may_be_a_setting()
    {
        await SendAsync("typed", "{\"name\":\"Ada\",\"times\":1}");
        Assert.Equal("Ada", await app.Log.NextAsync());
    }

    [Fact]
    public async Task The_whole_message_can_be_taken()
    {
        await SendAsync("wholes", "all");
        Assert.Equal("all 1", await app.Log.NextAsync());
    }

    [Fact]
    public async Task What_a_function_returns_goes_to_its_output_queue_one_message_an_element()
    {
        await SendAsync("forward", "one two");
        var seen = new[] { await app.Log.NextAsync(), await app.Log.NextAsync() };
        Assert.Equal(["one", "two"], seen.Select(line => line.Split(' ')[0]).Order());
    }

    [Fact]
    public async Task A_failing_one_is_tried_maxDequeueCount_times_and_then_stands_in_the_poison_queue_as_it_was()
    {
        var poison = Queue("failing-poison");
        await SendAsync("failing", "bad");
        for (var attempt = 1; attempt <= 3; attempt++) Assert.Equal($"bad {attempt}", await app.Log.NextAsync());
        Assert.Equal("bad", (await ReceiveAsync(poison)).ToString());
        Assert.Empty((await Queue("failing").PeekMessagesAsync(10)).Value);
    }

    [Fact]
    public async Task One_that_is_not_base64_goes_to_the_poison_queue_untried()
    {
        var plain = new QueueClient(app.Connection, "texts");
        await plain.CreateIfNotExistsAsync();
        await plain.SendMessageAsync("plain, not encoded!");
        var poison = new QueueClient(app.Connection, "texts-poison");
        Assert.Equal("plain, not encoded!", (await ReceiveAsync(poison)).ToString());
        Assert.True(app.Log.IsEmpty);
    }

    [Fact]
    public async Task One_whose_json_does_not_fit_is_tried_and_then_poison()
    {
        await SendAsync("typed", "[1]");
        Assert.Equal("[1]", (await ReceiveAsync(Queue("typed-poison"))).ToString());
    }

    [Fact]
    public async Task A_crash_delivers_it_again()
    {
        await SendAsync("slow", "job");
        Assert.Equal("began job", await app.Log.NextAsync());
        await app.CrashAndRestartAsync();
        Assert.Equal("began job", await app.Log.NextAsync());
        QueueApp.Hold.Release();
        Assert.Equal("ended job", await app.Log.NextAsync());
    }

    private QueueClient Queue(string name) =>
        new(app.Connection, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    private async Task SendAsync(string queue, string text)
    {
        await Queue(queue).CreateIfNotExistsAsync();
        await Queue(queue).SendMessageAsync(text);
    }

    private async Task<BinaryData> ReceiveAsync(QueueClient queue)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await Isthmus.Embedded.Queues.QueueStore.Of(app.Host.Parts.Store).WaitAsync(queue.Name, late.Token);
        return (await queue.ReceiveMessageAsync(cancellationToken: late.Token)).Value!.Body;
    }
}
