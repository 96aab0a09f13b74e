using Isthmus.Embedded.Hosting.Discovery;
using Isthmus.Embedded.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Isthmus.Embedded.Hosting.Lifecycle;

/// <summary>Why the app did not start, in words for people.</summary>
/// <param name="ExitCode">2: the app or its settings are wrong; 3: its address is taken; 4: its state cannot be opened.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record StartRefusal(int ExitCode, string Message)
{
    private const int Settings = 2;
    private const int Address = 3;
    private const int State = 4;

    /// <summary>
    /// Null: a bug, which should show its stack. An app refuses its own configuration with an <c>InvalidOptionsException</c> of
    /// its own or an <see cref="OptionsValidationException"/>.
    /// </summary>
    public static StartRefusal? Of(Exception failure, WebApplication web) => failure switch
    {
        MisuseException or InvalidDataException => new(Settings, failure.Message),
        OptionsValidationException options => new(Settings,
            "The app cannot start:" + string.Concat(options.Failures.Select(problem => Environment.NewLine + "  - " + problem))),
        _ when failure.GetType().Name is "InvalidOptionsException" => new(Settings, failure.Message),
        StoreInUseException or StoreVersionException or StoreUnavailableException => new(State, failure.Message),
        UnauthorizedAccessException => new(State, $"The state folder cannot be written: {failure.Message}"),
        IOException { InnerException: AddressInUseException } => new(Address,
            $"The address {web.Configuration["urls"]} is taken by another process. Stop that one, or choose another with --urls http://localhost:PORT."),
        FormatException => new(Settings, $"The address '{web.Configuration["urls"]}' cannot be read: {failure.Message}"),
        _ => null,
    };
}
