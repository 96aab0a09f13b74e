using System.Net;
using System.Net.Http.Json;

namespace Isthmus.Embedded.Tests.Hosting;

public sealed class When_a_request_comes : IAsyncLifetime
{
    private readonly RunningApp app = new(typeof(HttpApp)) { Settings = { ["WhereRoute"] = "here/{x}" } };

    public Task InitializeAsync() => app.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task The_function_answers_below_the_route_prefix()
    {
        Assert.Equal("{\"name\":\"Ada\",\"times\":1}", await app.Http.GetStringAsync("/api/Plain?name=Ada"));
        Assert.Equal(HttpStatusCode.NotFound, await Status("/Plain"));
    }

    [Theory]
    [InlineData("/api/orders/7", "7:none:GET")]
    [InlineData("/api/orders/7/lines", "7:lines:GET")]
    public async Task Parts_of_the_route_become_parameters(string path, string answer) =>
        Assert.Equal(answer, await app.Http.GetStringAsync(path));

    [Fact]
    public async Task A_route_whose_constraint_does_not_hold_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, await Status("/api/orders/seven"));

    [Fact]
    public async Task A_route_may_name_a_setting_and_the_context_knows_the_request() =>
        Assert.Equal("Where True 5", await app.Http.GetStringAsync("/api/here/5"));

    [Fact]
    public async Task Another_method_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.PostAsync("/api/Plain", null)).StatusCode);

    [Fact]
    public async Task The_body_is_read_as_json()
    {
        var answer = await app.Http.PostAsJsonAsync("/api/Posted", new Greeting("Bo", 2));
        Assert.Equal(new Greeting("Bo", 3), await answer.Content.ReadFromJsonAsync<Greeting>());
    }

    [Fact]
    public async Task A_body_that_is_not_json_fails_the_call_without_a_word_of_it()
    {
        var answer = await app.Http.PostAsync("/api/Posted", new StringContent("{broken", null, "application/json"));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_exception_is_500_and_shows_nothing_of_the_inside()
    {
        var answer = await app.Http.GetAsync("/api/Broken");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Each_call_has_an_object_of_its_own_that_is_disposed()
    {
        await app.Http.GetStringAsync("/api/Plain");
        await app.Http.GetStringAsync("/api/Plain");
        foreach (var expected in new[] { "called", "disposed", "called", "disposed" }) Assert.Equal(expected, await app.Log.NextAsync());
    }

    [Fact]
    public async Task The_front_page_and_the_ping_need_no_key()
    {
        Assert.Equal(HttpStatusCode.OK, await Status("/"));
        Assert.Equal(HttpStatusCode.OK, await Status("/admin/host/ping"));
    }

    private async Task<HttpStatusCode> Status(string path) => (await app.Http.GetAsync(path)).StatusCode;
}
