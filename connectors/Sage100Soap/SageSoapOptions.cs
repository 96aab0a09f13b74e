using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>How to reach one Sage 100 company through eBusiness Web Services, Sage's own SOAP service on the customer's IIS.</summary>
public sealed record SageSoapOptions : IConnectionOptions
{
    /// <summary>The id of the only connection of this kind.</summary>
    public const string Id = "sage-100-soap";

    /// <inheritdoc/>
    public string Connection => Id;

    /// <summary>The service's full address, as the host's configuration utility shows it; its WSDL is read from there.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>Sage's company code: three characters, upper case. It goes with each call.</summary>
    public string Company { get; init; } = "";

    /// <summary>A Sage user that nobody else uses, enabled for Web Services.</summary>
    public string User { get; init; } = "";

    /// <summary>Name of the secret that holds the user's password.</summary>
    public string PasswordSecret { get; init; } = "sage-soap-password";

    /// <summary>
    /// Default: two calls at once, because the service works on one cached object a user, and 100 seconds for one.
    /// </summary>
    public CallLimits Limits { get; init; } = new()
    {
        Calls = 20, Window = TimeSpan.FromSeconds(1), Concurrency = 2,
        TryTimeout = TimeSpan.FromSeconds(100), TotalTimeout = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc/>
    public IReadOnlyList<OptionsProblem> Validate() => new OptionsProblems("")
        .Address(nameof(BaseAddress), BaseAddress)
        .Unless(Company.Length == 3 && Company.All(each => char.IsAsciiLetterUpper(each) || char.IsAsciiDigit(each)),
            nameof(Company), Company, "Give the company code: three characters, upper case, such as ABC.")
        .Present(nameof(User), User, "Give the Sage user that is enabled for Web Services.")
        .Secret(nameof(PasswordSecret), PasswordSecret)
        .Under(nameof(Limits), Limits.Validate)
        .Found;
}
