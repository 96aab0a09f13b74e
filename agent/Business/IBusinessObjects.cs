namespace Isthmus.Agent.Business;

/// <summary>The business objects of one Sage 100 host: the real ones behind COM, or emulated ones.</summary>
internal interface IBusinessObjects
{
    /// <summary>What can be said of the host without a session.</summary>
    HostFacts Facts { get; }

    /// <summary>Does some work in a session of a company, alone in it, and on the session's own thread.</summary>
    /// <param name="company">Sage's company code.</param>
    /// <param name="work">What is done; it must not keep the session.</param>
    /// <param name="cancellation">Ends the waiting for a session; work that has begun is done.</param>
    /// <exception cref="AgentException">The company is not known, every session is taken, or Sage does not answer.</exception>
    /// <exception cref="RefusedObjectException">Sage gives none of the objects that the work needs.</exception>
    /// <exception cref="BrokenSessionException">The session broke; whether the last verb was carried out is unknown.</exception>
    Task<T> WorkAsync<T>(string company, Func<IBusinessSession, T> work, CancellationToken cancellation);
}

/// <summary>What the agent tells of its host.</summary>
/// <param name="Sage">The release, such as 2023.</param>
/// <param name="Companies">The company codes that are served.</param>
/// <param name="Objects">The objects that are served.</param>
/// <param name="TimeZone">The zone of Sage's stamps, by its IANA name.</param>
internal sealed record HostFacts(string Sage, IReadOnlyList<string> Companies, IReadOnlyList<string> Objects, string TimeZone);
