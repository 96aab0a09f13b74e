namespace Isthmus.Connectors.Checks;

/// <summary>Tries a connection against the real account, step by step.</summary>
public interface IConnectionCheck
{
    /// <summary>The connection's id: stripe, zoho-inventory, sage-100.</summary>
    string Connection { get; }

    /// <summary>Calls the account; changes nothing there. Never throws for what is wrong with the connection.</summary>
    Task<ConnectionReport> CheckAsync(CancellationToken cancellation = default);

    /// <summary>One cheap call that needs the credentials; changes nothing.</summary>
    /// <exception cref="Core.Failures.FailureException">The connection does not work.</exception>
    Task PingAsync(CancellationToken cancellation = default);
}
