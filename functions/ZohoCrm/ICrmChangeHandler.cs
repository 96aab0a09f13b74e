using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Takes the changes of one module. Register it with <c>AddSingleton&lt;ICrmChangeHandler, X&gt;()</c>; channels and polls of
/// its module follow by themselves.
/// </summary>
public interface ICrmChangeHandler
{
    /// <summary>The module's API name.</summary>
    string Module { get; }

    /// <summary>False where the flow is off; its module is not followed then.</summary>
    bool Enabled => true;

    /// <summary>
    /// The fields that matter to it, up to 40: what we ourselves wrote comes back as news only where one of them is not as it was
    /// written. Empty for every field that a list shows.
    /// </summary>
    IReadOnlyList<string> Fields => [];

    /// <summary>
    /// Takes changes safely; what it returns from comes again after a crash only. Every version of a record that lasts comes at
    /// least once, one that is older than what was taken never, and what only we have written does not come.
    /// </summary>
    /// <param name="changes">The changes, of its module.</param>
    /// <param name="client">Starts the flows.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Core.Failures.FailureException">It could not take them: they come again.</exception>
    Task TakeAsync(IReadOnlyList<CrmChange> changes, DurableTaskClient client, CancellationToken cancellation);
}
