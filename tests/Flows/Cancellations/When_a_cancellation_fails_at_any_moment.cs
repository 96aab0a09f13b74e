using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Cancellations;

public sealed class When_a_cancellation_fails_at_any_moment(Lanes lanes, ITestOutputHelper output)
    : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task It_is_cancelled_everywhere_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new GivenUpOrder(), Place.VendorCall, form, sampled: 3);

    [Theory]
    [InlineData(Form.KilledAfter)]
    public Task Nor_does_the_nth_write_matter(Form form) => SurvivesAsync(() => new GivenUpOrder(), Place.Write, form, sampled: 18);
}
