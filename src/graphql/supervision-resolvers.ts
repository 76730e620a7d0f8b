import { AttendanceResolver } from './attendance.resolver.js';
import { CourseRunWatchResolver } from './course-run-watch.resolver.js';
import { FindingResolver } from './finding.resolver.js';
import { InspectionResolver } from './inspection.resolver.js';
import { OnlineExceptionResolver } from './online-exception.resolver.js';
import { RecordingResolver } from './recording.resolver.js';

/** The resolvers of how course runs are watched over. */
export const supervisionResolvers = [
  AttendanceResolver,
  CourseRunWatchResolver,
  FindingResolver,
  InspectionResolver,
  OnlineExceptionResolver,
  RecordingResolver,
] as const;
