using Isthmus.Embedded.Tables;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Makes up to 100 changes to entities of one partition, all or none.</summary>
    /// <param name="transactionActions">The changes, at most one for an entity.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <returns>A response for each change, in their order, with the new ETag.</returns>
    /// <exception cref="TableTransactionFailedException">The service refused one of them; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions.ToList();
        if (actions.Count == 0) throw new InvalidOperationException("The transaction has no actions.");
        try
        {
            var stamps = await Tables.ChangeAllAsync(Name, Batch.Of(actions), cancellationToken);
            IReadOnlyList<Response> answers = stamps.ConvertAll<Response>(stamp => Answer(204, stamp));
            return Response.FromValue(answers, Answer(202));
        }
        catch (RequestFailedException refused)
        {
            throw new TableTransactionFailedException(refused);
        }
    }

    /// <inheritdoc cref="SubmitTransactionAsync"/>
    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        SubmitTransactionAsync(transactionActions, cancellationToken).GetAwaiter().GetResult();
}
