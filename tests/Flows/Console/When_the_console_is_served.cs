using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Isthmus.Functions.Console;

namespace Isthmus.Flows.Tests.Console;

public sealed partial class When_the_console_is_served(ServedConsole served) : IClassFixture<ServedConsole>
{
    private readonly HttpClient stranger = served.Stranger;

    [Fact]
    public async Task Everything_that_the_page_names_is_there_without_a_key()
    {
        var page = await stranger.GetStringAsync("/api/console");
        var seen = Named().Matches(page).Select(match => match.Groups[1].Value).ToHashSet();
        for (var open = new Queue<string>(seen); open.TryDequeue(out var file);)
        {
            var text = await stranger.GetStringAsync("/api/console/" + file);
            foreach (Match match in Imported().Matches(text)) if (seen.Add(match.Groups[1].Value)) open.Enqueue(match.Groups[1].Value);
        }

        var shipped = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "console")).Select(Path.GetFileName);
        Assert.Equal(shipped.Order(), seen.Append(ConsoleFiles.Page).Order());
    }

    [Theory]
    [InlineData("/api/console", "text/html")]
    [InlineData("/api/console/index.html", "text/html")]
    [InlineData("/api/console/app.js", "text/javascript")]
    [InlineData("/api/console/look.css", "text/css")]
    [InlineData("/api/console/icon.svg", "image/svg+xml")]
    public async Task Each_file_has_its_content_type_and_the_policy(string path, string type)
    {
        using var answer = await stranger.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task A_file_that_the_browser_has_already_is_not_sent_again()
    {
        using var first = await stranger.GetAsync("/api/console/app.js");
        var again = new HttpRequestMessage(HttpMethod.Get, "/api/console/app.js");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));

        Assert.Equal(HttpStatusCode.NotModified, (await stranger.SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("nothing.js")]
    [InlineData("..%2fhost.json")]
    [InlineData("..%5chost.json")]
    [InlineData("%2e%2e%2fhost.json")]
    [InlineData("..%252fhost.json")]
    [InlineData("mappings%2f..%2f..%2fhost.json")]
    [InlineData("%2fetc%2fpasswd")]
    [InlineData("app.js%00.html")]
    public async Task Nothing_else_is_served(string name)
    {
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "host.json")), "a file one step above the console's folder");
        using var answer = await stranger.GetAsync(new Uri($"{stranger.BaseAddress}api/console/{name}", Verbatim));

        Assert.InRange((int)answer.StatusCode, 400, 404);
        Assert.DoesNotContain("functionTimeout", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_page_holds_no_script_or_style_of_its_own()
    {
        var page = await stranger.GetStringAsync("/api/console");

        Assert.Empty(Inline().Matches(page));
    }

    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    [GeneratedRegex("/api/console/([a-z0-9.-]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex("from '\\./([a-z0-9.-]+)'")]
    private static partial Regex Imported();

    [GeneratedRegex("<style|style=|<script(?! type=\"module\" src=)|\\son[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
