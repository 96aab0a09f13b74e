using System.Text.RegularExpressions;
using Isthmus.Agent.Hosting;

namespace Isthmus.Agent.Boi;

/// <summary>The Sage 100 installation on this host, and how the agent works in it.</summary>
internal sealed partial record SageHostOptions
{
    /// <summary>The MAS90\Home folder; a UNC path, because a service has no mapped drives.</summary>
    public string Home { get; init; } = "";

    /// <summary>The Sage user that the agent works as.</summary>
    public string User { get; init; } = "";

    /// <summary>Where that user's password lies: <c>file:PATH</c> or <c>env:NAME</c>.</summary>
    public string Password { get; init; } = "";

    /// <summary>The companies that are served.</summary>
    public IReadOnlyList<string> Companies { get; init; } = [];

    /// <summary>The release: 2018, 2023 or 2025. Lengths of columns differ by it.</summary>
    public string Release { get; init; } = "2023";

    /// <summary>The zone of this host's clock, by its IANA name.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>Sessions a company; each is likely to take a user's seat. 1 to 8.</summary>
    public int Sessions { get; init; } = 2;

    /// <summary>How many seconds a call waits for a free session before the caller is told to come again. 1 to 60.</summary>
    public int SessionWaitSeconds { get; init; } = 30;

    /// <summary>After how many hours a session is replaced. 1 to 24.</summary>
    public int SessionHours { get; init; } = 4;

    /// <summary>After how many minutes a call that does not come back is given up, and its session with it. 1 to 60.</summary>
    public int CallMinutes { get; init; } = 10;

    /// <summary>The COM object that everything begins with.</summary>
    public string ProgId { get; init; } = "ProvideX.Script";

    /// <summary>Objects that are not served, by the protocol's names: those of modules that the company does not have.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Where this host differs from what the agent knows of Sage's objects, by the protocol's names.</summary>
    public IReadOnlyDictionary<string, ObjectNames> Objects { get; init; } = new Dictionary<string, ObjectNames>();

    public void Check(Action<bool, string, object?, string> check)
    {
        check(Home.Length > 0, "Sage:Home", Home, @"Give the MAS90\Home folder as a UNC path: \\SERVER\Sage\MAS90\Home.");
        check(User.Length > 0, "Sage:User", User, "Give the Sage user that the agent works as.");
        OptionsCheck.Secret("Sage:Password", Password, check);
        check(Companies.Count > 0, "Sage:Companies", "", "Name the company codes that are served.");
        foreach (var company in Companies)
            check(company.Length == 3 && company.All(each => char.IsAsciiLetterUpper(each) || char.IsAsciiDigit(each)),
                "Sage:Companies", company, "Give three characters, upper case.");
        check(Release is "2018" or "2023" or "2025", "Sage:Release", Release,
            "Give 2018, 2023 or 2025: the nearest that is not newer.");
        check(IanaName().IsMatch(TimeZone), "Sage:TimeZone", TimeZone,
            "Give the IANA name of this host's zone, such as America/Los_Angeles.");
        var known = new BoiCatalogue(new Dictionary<string, ObjectNames>(), []);
        var named = Objects.Keys.Select(name => (Setting: $"Sage:Objects:{name}", name));
        foreach (var (setting, name) in named.Concat(Without.Select(name => (Setting: "Sage:Without", name))))
            check(known.Find(name) is not null, setting, name, $"Give one of {string.Join(", ", known.Names)}.");
        check(Sessions is >= 1 and <= 8, "Sage:Sessions", Sessions, "Give a number from 1 to 8.");
        check(SessionWaitSeconds is >= 1 and <= 60, "Sage:SessionWaitSeconds", SessionWaitSeconds, "Give a number from 1 to 60.");
        check(CallMinutes is >= 1 and <= 60, "Sage:CallMinutes", CallMinutes, "Give a number from 1 to 60.");
        check(SessionHours is >= 1 and <= 24, "Sage:SessionHours", SessionHours, "Give a number from 1 to 24.");
    }

    // Windows looks zones up by other names, so the form is all that can be checked here; the app looks it up.
    [GeneratedRegex("^(UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_0-9+-]+)+)$")]
    private static partial Regex IanaName();
}

/// <summary>What an object is called at a host; blank where it is called as the agent expects.</summary>
internal sealed record ObjectNames
{
    /// <summary>The object that writes: "RA_Return_bus".</summary>
    public string Bus { get; init; } = "";

    /// <summary>The service that reads.</summary>
    public string Service { get; init; } = "";

    /// <summary>The service that reads its lines.</summary>
    public string LineService { get; init; } = "";

    /// <summary>The task whose rights count: "RA_Return_ui".</summary>
    public string Task { get; init; } = "";

    /// <summary>The verb that takes the next number.</summary>
    public string NextNumber { get; init; } = "";
}
