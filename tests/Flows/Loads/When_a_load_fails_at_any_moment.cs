using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Loads;

public sealed class When_a_load_fails_at_any_moment(Lanes lanes, ITestOutputHelper output) : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task Each_record_is_there_and_counted_once_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new OneLoad(), Place.VendorCall, form, sampled: 3);

    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task Each_record_is_there_and_counted_once_after_the_nth_write(Form form) =>
        SurvivesAsync(() => new OneLoad(), Place.Write, form, sampled: 10);
}
