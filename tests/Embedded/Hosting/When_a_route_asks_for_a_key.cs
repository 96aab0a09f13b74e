using System.Net;

namespace Isthmus.Embedded.Tests.Hosting;

public sealed class When_a_route_asks_for_a_key : IAsyncLifetime
{
    private readonly RunningApp app = new(typeof(HttpApp)) { Settings = { ["WhereRoute"] = "here/{x}" } };

    public Task InitializeAsync() => app.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/api/Keyed", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/Keyed", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/api/Keyed", "default", HttpStatusCode.OK)]
    [InlineData("/api/Keyed", "_master", HttpStatusCode.OK)]
    [InlineData("/api/Guarded", "default", HttpStatusCode.Unauthorized)]
    [InlineData("/api/Guarded", "_master", HttpStatusCode.OK)]
    [InlineData("/admin/host/status", null, HttpStatusCode.Unauthorized)]
    [InlineData("/admin/host/status", "_master", HttpStatusCode.OK)]
    public async Task Only_a_key_good_enough_opens_it(string path, string? key, HttpStatusCode expected)
    {
        var shown = key is null or "wrong" ? key : app.Key(key);
        Assert.Equal(expected, (await app.Http.GetAsync(shown is null ? path : $"{path}?code={shown}")).StatusCode);
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (shown is not null) request.Headers.Add("x-functions-key", shown);
        Assert.Equal(expected, (await app.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public void The_keys_are_for_the_owner_only_and_differ()
    {
        Assert.NotEqual(app.Key("default"), app.Key("_master"));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(app.Home, "keys.json")));
    }

    [Fact]
    public async Task The_keys_stay_the_same_after_a_restart()
    {
        var before = app.Key("default");
        await app.RestartAsync();
        Assert.Equal(before, app.Key("default"));
    }
}
