using System.Net;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Failures;
using Isthmus.Flows.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Agents;

public sealed class When_an_agent_asks_for_work
{
    private const string Work = "/api/agents/sage-100/work?wait=0";
    private const string LongWork = "/api/agents/sage-100/work?wait=30";

    [Fact]
    public async Task Without_its_key_and_id_it_gets_nothing()
    {
        await using var world = await World.StartAsync(OutboundWorld.Settings);
        foreach (var (authorization, path) in new[]
        {
            ("Bearer guess", Work), ("Bearer ", Work), ("Basic sage-sandbox-key", Work),
            ("Bearer sage-sandbox-key", "/api/agents/another/work?wait=0"), ("Bearer guess", "/api/agents/sage-100/answers/any"),
        })
        {
            using var answer = await AskAsync(world, path, "a1", authorization);
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task An_app_that_calls_its_agent_has_no_work_to_fetch()
    {
        await using var world = await World.StartAsync();
        using var answer = await AskAsync(world, Work, "a1");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_call_is_handed_out_once_and_its_answer_is_taken_once()
    {
        await using var world = await World.StartAsync(OutboundWorld.Settings);
        var about = world.Services.GetRequiredService<SageAgentClient>().AboutAsync();
        using var work = await AskAsync(world, LongWork, "a1");
        var id = work.Headers.GetValues("Isthmus-Request-Id").Single();

        Assert.Equal(("GET", "/about"), (work.Headers.GetValues("Isthmus-Method").Single(), work.Headers.GetValues("Isthmus-Path").Single()));
        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync(world, Work, "a1")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await AnswerAsync(world, id, """{"agent":"9","protocol":1}""")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await AnswerAsync(world, id, """{"agent":"10","protocol":1}""")).StatusCode);
        Assert.Equal("9", (await about).Agent);
    }

    [Fact]
    public async Task The_older_of_two_processes_is_sent_away()
    {
        await using var world = await World.StartAsync(OutboundWorld.Settings);

        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync(world, Work, "older")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync(world, Work, "newer")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(world, Work, "older")).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_taken_is_refused()
    {
        await using var world = await World.StartAsync(
            [.. OutboundWorld.Settings, ("Isthmus:Connections:sage-100:Limits:LargestAnswer", "1024")]);

        Assert.Equal(HttpStatusCode.Gone, (await AnswerAsync(world, "nobody", "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await AnswerAsync(world, "nobody", "{}", "99")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await AnswerAsync(world, "nobody", new string(' ', 2000))).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_ends_the_wait_for_it_and_names_the_limit()
    {
        await using var world = await World.StartAsync(
            [.. OutboundWorld.Settings, ("Isthmus:Connections:sage-100:Limits:LargestAnswer", "1024")]);
        var about = world.Services.GetRequiredService<SageAgentClient>().AboutAsync();
        using var work = await AskAsync(world, LongWork, "a1");
        var id = work.Headers.GetValues("Isthmus-Request-Id").Single();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await AnswerAsync(world, id, new string(' ', 2000))).StatusCode);

        var failure = (await Assert.ThrowsAsync<FailureException>(() => about)).Failure;
        Assert.Equal((FailureClass.Permanent, "answer-too-large"), (failure.Class, failure.Code));
        Assert.Contains("Limits:LargestAnswer", failure.Cure);
    }

    [Fact]
    public async Task The_app_stops_without_waiting_for_it()
    {
        await using var world = await World.StartAsync(OutboundWorld.Settings);
        var asked = AskAsync(world, LongWork, "a1");
        await Patience.UntilAsync<bool>(async () =>
            (await world.App.GetStringAsync("/api/agents")).Contains("\"a1\"", StringComparison.Ordinal) ? true : null);

        await world.StopAppAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await asked).StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(
        World world, string path, string instance, string authorization = "Bearer " + OutboundWorld.Key)
    {
        var request = new HttpRequestMessage(path.Contains("answers", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.Add("Isthmus-Agent-Instance", instance);
        return world.App.SendAsync(request);
    }

    private static Task<HttpResponseMessage> AnswerAsync(World world, string id, string body, string status = "200")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/agents/sage-100/answers/{id}") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + OutboundWorld.Key);
        request.Headers.Add("Isthmus-Status", status);
        return world.App.SendAsync(request);
    }
}
