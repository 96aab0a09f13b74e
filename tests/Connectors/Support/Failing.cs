using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Tests.Support;

public static class Failing
{
    public static async Task<Failure> FailureOf(Func<Task> call) => (await Assert.ThrowsAsync<FailureException>(call)).Failure;
}
